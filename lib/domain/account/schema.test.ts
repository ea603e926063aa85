// What people type about themselves, and what a request says of itself.
import { afterEach, describe, expect, test, vi } from 'vitest'
import type { z } from 'zod'
import { makeSchema } from '@/lib/domain/access-token/schema'
import { code, email, givenPassword, newPassword, personId, personName, role, token, version } from './schema'
import { cookiesFrom, optionsOf } from './set-cookie'
import { ADDRESS_HEADER, cookieAttributes, cookieName, cookieOf, headersOf } from './visitor'

const site = vi.hoisted(() => ({ url: 'http://localhost:3000' }))
vi.mock('@/lib/site-url', () => ({ siteUrl: () => site.url }))
afterEach(() => {
  site.url = 'http://localhost:3000'
})

const read = (schema: z.ZodType, value: unknown) => {
  const result = schema.safeParse(value)
  return result.success ? result.data : 'refused'
}

describe('typed', () => {
  test.each<[string, z.ZodType, unknown, unknown]>([
    ['a mail address', email, ' Ann@Example.org ', 'ann@example.org'],
    ['no mail address', email, 'ann', 'refused'],
    ['one that is too long', email, `${'a'.repeat(250)}@example.org`, 'refused'],
    ['a name', personName, '  Ann  ', 'Ann'],
    ['a name in parts', personName, 'Ane\u0301', 'Ané'],
    ['no name', personName, '   ', 'refused'],
    ['a name of 81 letters', personName, 'x'.repeat(81), 'refused'],
    ['a password', newPassword, 'four words here', 'four words here'],
    ['a password of twelve', newPassword, 'abcde fghijk', 'abcde fghijk'],
    ['of eleven', newPassword, 'abcde fghij', 'refused'],
    ['of 128', newPassword, `abcde${'f'.repeat(123)}`, `abcde${'f'.repeat(123)}`],
    ['of 129', newPassword, `abcde${'f'.repeat(124)}`, 'refused'],
    ['of five characters again and again', newPassword, 'abcdeabcdeabcde', 'abcdeabcdeabcde'],
    ['of four', newPassword, 'abcdabcdabcdabcd', 'refused'],
    ['of four in two sizes', newPassword, 'ABCDabcdABCDabcd', 'refused'],
    ['a password that is tried', givenPassword, 'x', 'x'],
    ['none', givenPassword, '', 'refused'],
    ['one that nobody can have', givenPassword, 'x'.repeat(129), 'refused'],
    ['a code', code, '123 456', '123456'],
    ['a recovery code', code, 'AbC1d-2EfGh', 'AbC1d-2EfGh'],
    ['five digits', code, '12345', 'refused'],
    ['seven', code, '1234567', 'refused'],
    ['half of a recovery code', code, 'AbC1d-', 'refused'],
    ['a role', role, 'editor', 'editor'],
    ['no role', role, 'owner', 'refused'],
    ['a link', token, 'a'.repeat(43), 'a'.repeat(43)],
    ['a link that is cut', token, 'a'.repeat(42), 'refused'],
    ['a link and more', token, 'a'.repeat(44), 'refused'],
    ['nobody', personId, '', 'refused'],
    ['a version', version, '3', 3],
    ['no version', version, '0', 'refused'],
  ])('%s', (_, schema, given, expected) => expect(read(schema, given)).toBe(expected))
})

test('a token is for something, for as long as can be chosen', () => {
  const asked = { name: ' A script ', scopes: ['import', 'entries', 'entries'], days: '30', password: 'x' }
  expect(read(makeSchema, asked)).toMatchObject({ name: 'A script', days: 30 })
  expect((read(makeSchema, asked) as { scopes: string[] }).scopes.toSorted()).toEqual(['entries', 'import'])
  for (const wrong of [{ name: ' ' }, { scopes: [] }, { scopes: ['all'] }, { days: 31 }, { name: 'x'.repeat(81) }])
    expect(read(makeSchema, { ...asked, ...wrong })).toBe('refused')
})

describe('a request', () => {
  const visitor = {
    address: '192.0.2.1',
    network: '192.0.2.1',
    userAgent: 'Browser',
    cookies: 'a=1; parley-session=x=y; b',
  }

  test('has cookies by their whole name', () => {
    expect(cookieOf(visitor, 'a')).toBe('1')
    expect(cookieOf(visitor, 'parley-session')).toBe('x')
    expect(cookieOf(visitor, 'b')).toBeNull()
    expect(cookieOf(visitor, 'session')).toBeNull()
  })

  test('says where it comes from in headers of our own', () => {
    const headers = headersOf(visitor)
    expect([headers.get('cookie'), headers.get('user-agent'), headers.get(ADDRESS_HEADER)]).toEqual([
      visitor.cookies,
      'Browser',
      '192.0.2.1',
    ])
  })

  test('keeps its cookies to this host where there is https', () => {
    expect([cookieName('session'), cookieAttributes()]).toEqual([
      'parley-session',
      { httpOnly: true, secure: false, sameSite: 'lax', path: '/' },
    ])
    site.url = 'https://parley.example.org'
    expect([cookieName('device'), cookieAttributes().secure]).toEqual(['__Host-parley-device', true])
  })

  test('is given cookies with attributes of ours, and their time alone of the library’s', () => {
    const headers = new Headers()
    headers.append('set-cookie', 'one=1; Max-Age=60; Path=/elsewhere')
    headers.append('set-cookie', 'two=2')
    const [one, two] = cookiesFrom(headers)
    expect([one, two]).toEqual([
      { name: 'one', value: '1', maxAge: 60 },
      { name: 'two', value: '2', maxAge: null },
    ])
    expect(optionsOf({ name: 'one', value: '1', maxAge: 60 })).toMatchObject({ path: '/', maxAge: 60, httpOnly: true })
    expect(optionsOf({ name: 'two', value: '2', maxAge: null })).not.toHaveProperty('maxAge')
    expect(optionsOf({ name: 'gone', value: '', maxAge: 0 })).toMatchObject({ maxAge: 0 })
  })
})
