// What lists can be asked with: texts of an address become what is meant by them, or are refused.
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { slug } from '@/lib/domain/text/schema'
import { readHeldCursor, readPlace, readSlugCursor, writeCursor } from './cursor'
import { anyOf, atInstant, cursor, knownAt, onDay, pageOf, pageSize, yesOrNo } from './schema'

const ok = <T>(schema: z.ZodType<T>, value: unknown) => {
  const result = schema.safeParse(value)
  return result.success ? result.data : 'refused'
}

describe('a parameter', () => {
  test.each<[string, z.ZodType, string, unknown]>([
    ['one of a list', anyOf(slug), 'russia', ['russia']],
    ['several', anyOf(slug), 'russia,us', ['russia', 'us']],
    ['an empty one among them', anyOf(slug), 'russia,', 'refused'],
    ['no slug', anyOf(slug), 'Russia', 'refused'],
    ['as long as it may be', anyOf(z.string()), 'x'.repeat(2000), ['x'.repeat(2000)]],
    ['longer', anyOf(z.string()), 'x'.repeat(2001), 'refused'],
    ['yes', yesOrNo, 'true', true],
    ['no', yesOrNo, 'false', false],
    ['neither', yesOrNo, 'yes', 'refused'],
    ['a day', onDay, '2025-12-14', '2025-12-14'],
    ['no day', onDay, '2025-02-30', 'refused'],
    ['the year 0', onDay, '0000-12-31', 'refused'],
    ['the year 1', onDay, '0001-01-01', '0001-01-01'],
    ['an instant', atInstant, '2025-12-14T10:00:00Z', '2025-12-14T10:00:00Z'],
    ['an instant elsewhere', atInstant, '2025-12-14T10:00:00+02:00', '2025-12-14T10:00:00+02:00'],
    ['an instant before the year 2', atInstant, '0001-12-31T23:59:59Z', 'refused'],
    ['a day where an instant is wanted', atInstant, '2025-12-14', 'refused'],
    ['a day that is over', knownAt, '2025-12-14', '2025-12-14T23:59:59.999999Z'],
    ['an instant of it', knownAt, '2025-12-14T10:00:00Z', '2025-12-14T10:00:00Z'],
    ['no such day', knownAt, '2025-02-30', 'refused'],
    ['how many', pageSize, '500', 500],
    ['one', pageSize, '1', 1],
    ['none', pageSize, '0', 'refused'],
    ['too many', pageSize, '501', 'refused'],
    ['a fraction', pageSize, '1.5', 'refused'],
    ['a number with something before it', pageSize, 'x5', 'refused'],
    ['a cursor', cursor, 'aZ_-9', 'aZ_-9'],
    ['no cursor', cursor, 'a b', 'refused'],
    ['half of one', cursor, 'a=', 'refused'],
    ['nothing', cursor, '', 'refused'],
    ['one that is too long', cursor, 'a'.repeat(401), 'refused'],
  ])('%s', (_, schema, given, expected) => expect(ok(schema, given)).toEqual(expected))
})

test('a page has its items and its way on', () => {
  expect(ok(pageOf(slug), { items: ['a'], next: null })).toEqual({ items: ['a'], next: null })
  expect(ok(pageOf(slug), { items: [] })).toBe('refused')
})

describe('a cursor', () => {
  test('brings back the place that it was made of', () => {
    expect(readHeldCursor(writeCursor(['2025-12-14', 7, 'e001']))).toEqual(['2025-12-14', 7, 'e001'])
    expect(readSlugCursor(writeCursor(['paper']))).toBe('paper')
    expect(readPlace(writeCursor([3]), z.tuple([z.int()]))).toEqual([3])
  })

  test.each([
    ['of another list', () => readSlugCursor(writeCursor(['2025-12-14', 7, 'e001']))],
    ['that is no JSON', () => readHeldCursor('abc')],
    ['with a name that is none', () => readSlugCursor(writeCursor(['a/b']))],
    ['with a day that is none', () => readHeldCursor(writeCursor(['2025-02-30', 7, 'e001']))],
    ['with a number that no database holds', () => readHeldCursor(writeCursor(['2025-12-14', 2 ** 31, 'e001']))],
  ])('%s is told as such', (_, read) => {
    expect(read).toThrow(
      expect.objectContaining({ code: 'INVALID', faults: [expect.objectContaining({ at: 'cursor' })] }),
    )
  })
})
