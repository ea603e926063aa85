// Shifts by hand: which rows words and days leave, and in which order they come.
import { describe, expect, test } from 'vitest'
import { rowNumber } from '@/lib/domain/activity/details'
import { buildDemand } from '@/lib/domain/demand/build'
import { linesOf, rowOf, xOf } from '@/lib/domain/demand/chart'
import { parseTerms } from '@/lib/domain/search/terms'
import { citation, entry, record } from '@/tests/made/small-record'
import { chooseShifts, EVERY_SHIFT, parseShiftChoice, type ShiftChoice } from './choice'
import { buildShiftTable } from './table'

const TALKS = record([
  entry('south', 'border', '2024-01-01', 'rejects', { id: 'a' }),
  entry('south', 'border', '2024-02-01', 'accepts', {
    id: 'b',
    kind: 'reversal',
    citations: [citation('paper', { speaker: 'envoy' }), citation('state')],
  }),
  entry('north', 'missiles', '2024-03-01', 'ambiguous', { id: 'c', kind: 'new-position' }),
  entry('north', 'missiles', '2024-04-01', 'demands', { id: 'd', kind: 'hardening' }),
])
const table = buildShiftTable(TALKS)
const chosen = (choice: Partial<ShiftChoice>) =>
  Array.from(chooseShifts(table, { ...EVERY_SHIFT, ...choice }), (at) => table.entry[at]).join('')

describe('shifts', () => {
  test.each<[string, Partial<ShiftChoice>, string]>([
    ['newest first', {}, 'dcba'],
    ['oldest first', { descending: false }, 'abcd'],
    ['from a day on, and up to one', { from: '2024-02-01', to: '2024-03-01' }, 'cb'],
    ['by party, newest first within', { sort: 'party', descending: false }, 'dcba'],
    ['by party, backwards', { sort: 'party' }, 'badc'],
    ['by demand', { sort: 'demand', descending: false }, 'badc'],
    ['by stance, none below all', { sort: 'to', descending: false }, 'cabd'],
    ['by stance, backwards', { sort: 'to' }, 'dbac'],
    ['by the stance before', { sort: 'from', descending: false }, 'cadb'],
    ['by kind', { sort: 'kind', descending: false }, 'adcb'],
    ['by sources', { sort: 'sources' }, 'bdca'],
    ['by speaker', { sort: 'speaker' }, 'bdca'],
    ['of a kind', { kinds: ['reversal', 'hardening'] }, 'db'],
    ['of a party', { parties: ['south', 'gone'] }, 'ba'],
    ['of a party that is gone', { parties: ['gone'] }, 'dcba'],
    ['of a demand', { demands: ['missiles'] }, 'dc'],
    ['words of a speaker', { words: 'ENVOY' }, 'b'],
    ['words of a stance before', { words: '  rejects   accepts ' }, 'b'],
    ['words of a party and a demand', { words: 'north missiles' }, 'dc'],
    ['words of a kind', { words: 'hardening' }, 'd'],
    ['words that no row has', { words: 'zebra' }, ''],
  ])('%s', (_, choice, expected) => expect(chosen(choice)).toBe(expected))

  test('an address that says nothing leaves the usual order', () => {
    expect(parseShiftChoice('?sort=par-ty')).toMatchObject({ sort: 'on', descending: true })
    expect(parseShiftChoice('?sort=party')).toMatchObject({ sort: 'party', descending: false })
    expect(parseShiftChoice('?kind=reversal,likes&party=a,B')).toMatchObject({ kinds: ['reversal'], parties: ['a'] })
    expect(parseShiftChoice(`?q=${'x'.repeat(201)}`).words).toHaveLength(200)
  })
})

describe('the chart of a demand', () => {
  const frame = { left: 0, right: 100, top: 10, step: 20, first: '2024-01-01', last: '2024-04-10' }

  test('has days from left to right and stances from top to bottom, the aside last', () => {
    expect([xOf('2024-01-01', frame), xOf('2024-02-20', frame), xOf('2024-04-10', frame)]).toEqual([0, 50, 100])
    expect(xOf('2024-01-01', { ...frame, last: frame.first })).toBe(0)
    expect(
      (['demands', 'accepts', 'conditional', 'opposes', 'rejects', 'ambiguous'] as const).map((stance) =>
        rowOf(stance, frame),
      ),
    ).toEqual([10, 30, 50, 70, 90, 110])
  })

  test('draws a line for each party that says anything, set apart about the middle', () => {
    const both = {
      ...TALKS,
      entries: [...TALKS.entries, entry('north', 'border', '2024-01-01', 'rejects', { id: 'x' })],
    }
    const parties = buildDemand(both, 'border', '2024-04-10')?.parties ?? []
    const [north, south, ...none] = linesOf(parties, frame)
    expect(none).toEqual([])
    expect([north?.points[0]?.y, south?.points[0]?.y]).toEqual([87.5, 92.5])
    expect(
      linesOf(buildDemand(TALKS, 'border', '2024-04-10')?.parties ?? [], frame).map(({ party, points }) => [
        party.slug,
        points.map(({ y }) => y),
      ]),
    ).toEqual([['south', [90, 30]]])
  })
})

test('terms of a search: phrases, what is left out, hyphens, and the last word while it is typed', () => {
  const terms = (question: string) =>
    parseTerms(question).map(({ any, not, begins }) => `${not ? '-' : ''}${any[0]}${begins ? '*' : ''}`)
  expect(terms('nato "Security Guarantees" -troops')).toEqual(['nato', 'security guarantees', '-troops'])
  expect(terms('nato ')).toEqual(['nato'])
  expect(terms('nato')).toEqual(['nato*'])
  expect(terms('-nato')).toEqual([])
  expect(parseTerms('cease-fire ')[0]?.any).toEqual(expect.arrayContaining(['cease fire', 'ceasefire']))
  expect(terms('-cease-fire nato ')).toEqual(['-cease fire', 'nato'])
  expect(terms(Array.from({ length: 20 }, (_, at) => `w${at}`).join(' '))).toHaveLength(12)
})

test('a row that a log names is a whole number', () => {
  expect([
    rowNumber({ review: 3 }, 'review'),
    rowNumber({ review: '3' }, 'review'),
    rowNumber({ review: 1.5 }, 'review'),
    rowNumber(null, 'undo'),
    rowNumber([3], 'undo'),
  ]).toEqual([3, null, null, null, null])
})
