import fc from 'fast-check'
import { expect, test } from 'vitest'
import { STANCES } from '@/lib/domain/stance/scale'
import { addDays } from '@/lib/domain/time/day'
import { type ComparisonState, countFilters, formatAddress, INITIAL_STATE, parseAddress } from './address'

const anySlug = fc.stringMatching(/^[a-z0-9]{1,8}(-[a-z0-9]{1,5}){0,2}$/)
const anyDay = fc.integer({ min: 0, max: 3000 }).map((days) => addDays('2021-12-17', days))
const anyState: fc.Arbitrary<ComparisonState> = fc.record({
  on: fc.option(anyDay),
  known: fc.option(anyDay),
  words: fc.string({ unit: 'grapheme', maxLength: 60 }).map((text) => text.slice(0, 200).toWellFormed()),
  topics: fc.uniqueArray(anySlug, { maxLength: 4 }),
  parties: fc.uniqueArray(anySlug, { maxLength: 4 }),
  stances: fc.uniqueArray(fc.constantFrom(...STANCES)),
  movedSince: fc.option(anyDay),
  onRecordOnly: fc.boolean(),
  columns: fc.option(fc.uniqueArray(anySlug, { minLength: 1, maxLength: 4 })),
  sort: fc.uniqueArray(fc.record({ key: anySlug, descending: fc.boolean() }), {
    maxLength: 4,
    selector: ({ key }) => key,
  }),
  grouped: fc.boolean(),
  story: fc.option(fc.record({ demand: anySlug, party: anySlug })),
})

const parse = (address: string) => {
  const { pathname, search } = new URL(address, 'http://localhost')
  return parseAddress(pathname, search)
}

test('an address brings back the state it was made from', () => {
  fc.assert(
    fc.property(anyState, (state) => {
      expect(parse(formatAddress('/ukraine', 'ukraine', state))).toEqual(state)
    }),
    { numRuns: 500 },
  )
})

test('any text is read without an error, and what is read writes itself again', () => {
  const anyPath = fc.oneof(
    fc.string(),
    fc.constantFrom(
      '/ukraine',
      '/',
      '/ukraine/on/2025-12-14',
      '/ukraine/on/2025-02-30',
      '/ukraine/on/',
      '/ukraine/known/2026-01-31',
      '/ukraine/on/x/known/2026-01-31',
    ),
  )
  const anySearch = fc.oneof(
    fc.string(),
    fc
      .array(
        fc.tuple(
          fc.constantFrom('q', 'topic', 'party', 'stance', 'moved', 'record', 'columns', 'sort', 'group', 'story', 'x'),
          fc.string(),
        ),
      )
      .map((pairs) => new URLSearchParams(pairs).toString()),
  )
  fc.assert(
    fc.property(anyPath, anySearch, (path, search) => {
      const state = parseAddress(path, search)
      expect(parse(formatAddress('/ukraine', 'ukraine', state))).toEqual(state)
    }),
    { numRuns: 500 },
  )
})

test('the plain page has the plain address, and addresses stay readable', () => {
  expect(formatAddress('/', 'ukraine', INITIAL_STATE)).toBe('/')
  expect(
    formatAddress('/ukraine', 'ukraine', {
      ...INITIAL_STATE,
      on: '2025-12-14',
      words: 'Article 5',
      stances: ['rejects', 'opposes'],
      sort: [
        { key: 'spread', descending: true },
        { key: 'by-russia', descending: false },
      ],
      story: { demand: 'nato-renunciation', party: 'ukraine' },
    }),
  ).toBe(
    '/ukraine/on/2025-12-14?q=Article+5&stance=rejects,opposes&sort=-spread,by-russia&story=nato-renunciation.ukraine',
  )
})

test('filters are counted, the order and the day are none', () => {
  expect(
    countFilters({ ...INITIAL_STATE, on: '2025-01-01', grouped: true, sort: [{ key: 'demand', descending: false }] }),
  ).toBe(0)
  expect(
    countFilters({ ...INITIAL_STATE, words: 'x', topics: ['a', 'b'], movedSince: '2025-01-01', onRecordOnly: true }),
  ).toBe(4)
})
