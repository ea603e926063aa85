// Whether two texts are copies of each other; and the table of sources, chosen and sorted.
import { describe, expect, test } from 'vitest'
import { activityFilterSchema, placeSchema } from '@/lib/domain/activity/schema'
import { EMPTY_DRAFT } from '@/lib/domain/draft/content'
import { draftContentSchema } from '@/lib/domain/draft/schema'
import { beginSchema, mapSchema } from '@/lib/domain/import/schema'
import { amendSchema, keepSchema } from '@/lib/domain/kept-view/schema'
import { citation, entry, record, source } from '@/tests/made/small-record'
import { chooseRows, FIRST_CHOICE, parseChoice, shownIn, sourceRows } from './list'
import { LIKE_ENOUGH, likeness, sketchOf } from './sketch'

const words = (from: number, count: number) => Array.from({ length: count }, (_, at) => `word${from + at}`).join(' ')

describe('a sketch', () => {
  test('is of texts that are long enough, at most so many numbers, the smallest first', () => {
    expect(sketchOf(words(0, 59))).toEqual([])
    expect(sketchOf('')).toEqual([])
    const sketch = sketchOf(words(0, 60))
    expect(sketch).toHaveLength(56)
    expect(sketch).toEqual(sketch.toSorted((a, b) => a - b))
    expect(sketch.every((one) => Number.isInteger(one) && one >= -(2 ** 31) && one < 2 ** 31)).toBe(true)
    expect(sketchOf(words(0, 500))).toHaveLength(64)
    expect(sketchOf(words(0, 60).toUpperCase().replaceAll(' ', '—'))).toEqual(sketch)
  })

  test('of a copy is much the same, of another text not', () => {
    const text = words(0, 400)
    const like = (other: string) => likeness(sketchOf(text), sketchOf(other))
    expect(like(text)).toBe(1)
    expect(like(`${text} ${words(900, 20)}`)).toBeGreaterThan(LIKE_ENOUGH)
    expect(like(words(1000, 400))).toBe(0)
    expect(like('short')).toBe(0)
    expect(likeness([], [1])).toBe(0)
    expect(likeness([3, 2, 1], [1, 2, 4])).toBe(0.5)
    const many = Array.from({ length: 64 }, (_, at) => at)
    // Only the smallest of both are looked at.
    expect(
      likeness(
        many,
        many.map((one) => one + 32),
      ),
    ).toBe(0.5)
  })
})

describe('the table of sources', () => {
  const rows = sourceRows(
    record(
      [
        entry('north', 'border', '2024-01-01', 'accepts', { citations: [citation('b'), citation('b'), citation('a')] }),
        entry('north', 'border', '2024-02-01', 'accepts', { citations: [citation('b')] }),
      ],
      {
        sources: [
          source('a', { publisher: 'Éa 10', title: 'Second', published: null, kind: 'social', grade: 'C' }),
          source('b', {
            publisher: 'ea 9',
            title: 'First',
            published: '2024-05-01',
            publisherFlag: 'state-media',
            grade: 'D',
            language: 'uk',
          }),
          source('c', { publisher: 'Zeta', title: 'Third', published: '2024-06-01' }),
        ],
      },
    ),
  )
  const slugs = (choice: Partial<typeof FIRST_CHOICE>) =>
    chooseRows(rows, { ...FIRST_CHOICE, ...choice }).map(({ slug }) => slug)

  test('counts the entries that rest on each, once each', () => {
    expect(rows.map(({ slug, entries }) => [slug, entries])).toEqual([
      ['a', 1],
      ['b', 2],
      ['c', 0],
    ])
  })

  test.each<[string, Partial<typeof FIRST_CHOICE>, string[]]>([
    ['newest first', {}, ['c', 'b', 'a']],
    ['oldest first; without a day last either way', { descending: false }, ['b', 'c', 'a']],
    ['by publisher, numbers as numbers', { sort: 'publisher', descending: false }, ['b', 'a', 'c']],
    ['by publisher, backwards', { sort: 'publisher' }, ['c', 'a', 'b']],
    ['by entries', { sort: 'entries' }, ['b', 'a', 'c']],
    ['by label; without one last', { sort: 'label' }, ['b', 'a', 'c']],
    ['by language', { sort: 'language', descending: false }, ['a', 'c', 'b']],
    ['by kind', { sort: 'kind' }, ['a', 'b', 'c']],
    ['of a kind', { kind: 'social' }, ['a']],
    ['of a grade', { grade: 'D' }, ['b']],
    ['with a label', { label: 'state-media' }, ['b']],
    ['without one', { label: 'none' }, ['c', 'a']],
    ['with words of publisher and title', { words: ' EA  first ' }, ['b']],
    ['with words that none has together', { words: 'zeta first' }, []],
  ])('%s', (_, choice, expected) => expect(slugs(choice)).toEqual(expected))

  test('shows words and not keys', () => {
    const [, b] = rows
    if (!b) throw new Error('There is no row.')
    expect([shownIn(b, 'kind'), shownIn(b, 'label'), shownIn(b, 'language'), shownIn(b, 'entries')]).toEqual([
      'news',
      'state media',
      'Ukrainian',
      2,
    ])
    expect(shownIn({ ...b, publisherFlag: null }, 'label')).toBeNull()
  })

  test('leaves out of an address what it does not understand', () => {
    expect(parseChoice('?sort=-title&q=a')).toMatchObject({ sort: 'title', descending: true, words: 'a' })
    expect(parseChoice('?sort=title')).toMatchObject({ sort: 'title', descending: false })
    expect(parseChoice('?sort=ti-tle')).toMatchObject({ sort: 'published', descending: true })
    expect(parseChoice(`?q=${'x'.repeat(300)}`).words).toHaveLength(200)
  })
})

describe('what is sent from the desk', () => {
  const ok = (schema: { safeParse: (value: unknown) => { success: boolean } }, value: unknown) =>
    schema.safeParse(value).success

  test('a draft is kept whatever is missing, without what no database holds', () => {
    expect(draftContentSchema.parse({ ...EMPTY_DRAFT, summary: 'a\0b\uD800' }).summary).toBe('ab\uFFFD')
    expect(ok(draftContentSchema, { ...EMPTY_DRAFT, summary: 'x'.repeat(2_000) })).toBe(true)
    for (const wrong of [{ summary: 'x'.repeat(2_001) }, { stance: 'likes' }, { further: 1 }, { citations: [{}] }])
      expect(ok(draftContentSchema, { ...EMPTY_DRAFT, ...wrong })).toBe(false)
    const cited = {
      source: 'a',
      text: 1,
      startsAt: 0,
      endsAt: 1,
      quote: 'x',
      quoteKind: 'speaker',
      speaker: '',
      attribution: 'reported',
      saidOn: '',
    }
    const many = (count: number) => ({ ...EMPTY_DRAFT, citations: Array.from({ length: count }, () => cited) })
    expect([ok(draftContentSchema, many(20)), ok(draftContentSchema, many(21))]).toEqual([true, false])
    for (const wrong of [{ startsAt: -1 }, { endsAt: 10_000_001 }, { text: 0 }, { startsAt: 0.5 }])
      expect(ok(draftContentSchema, { ...EMPTY_DRAFT, citations: [{ ...cited, ...wrong }] })).toBe(false)
  })

  test('a table has a name that can be shown, and columns for what there is', () => {
    const begun = (fileName: string) =>
      beginSchema.parse({ negotiation: 'talks', fileName, bytes: new Uint8Array() }).fileName
    expect([begun('a\u202E\u0000b.csv '), begun(' '), begun('\uD800')]).toEqual(['ab.csv', 'pasted table', '\uFFFD'])
    expect(begun(`${'x'.repeat(200)}.csv`)).toHaveLength(120)
    const mapped = { id: 'abcdefghijkl', version: 1, mapping: { party: 'Side' } }
    expect(ok(mapSchema, mapped)).toBe(true)
    for (const wrong of [
      { id: 'ABCDEFGHIJKL' },
      { id: 'abcdefghijklm' },
      { version: 0 },
      { mapping: { weight: 'x' } },
      { mapping: { party: '' } },
    ])
      expect(ok(mapSchema, { ...mapped, ...wrong })).toBe(false)
  })

  test('a kept view is a page of this site, under a title', () => {
    const view = { title: ' Talks ', address: '/ukraine', note: 'a\0b' }
    expect(keepSchema.parse(view)).toEqual({ title: 'Talks', address: '/ukraine', note: 'ab' })
    for (const wrong of [
      { title: ' ' },
      { address: '//evil.example' },
      { note: 'x'.repeat(4_001) },
      { address: `/${'x'.repeat(2_000)}` },
    ])
      expect(ok(keepSchema, { ...view, ...wrong })).toBe(false)
    expect(ok(amendSchema, { id: 0, version: 1, title: 'x', note: '' })).toBe(false)
  })

  test('activity on one thing is asked for by its kind too', () => {
    const every = { person: null, action: null, kind: null, subject: null, from: null, to: null }
    expect([
      ok(activityFilterSchema, every),
      ok(activityFilterSchema, { ...every, kind: 'entry', subject: 'e001' }),
    ]).toEqual([true, true])
    for (const wrong of [{ subject: 'e001' }, { person: '' }, { from: '2026-02-30' }])
      expect(ok(activityFilterSchema, { ...every, ...wrong })).toBe(false)
    expect(ok(placeSchema, ['2026-01-31T10:00:00.000001Z', 1])).toBe(true)
    expect(ok(placeSchema, ['2026-01-31T10:00:00.001Z', 1])).toBe(false)
    expect(ok(placeSchema, ['x2026-01-31T10:00:00.000001Z', 1])).toBe(false)
  })
})
