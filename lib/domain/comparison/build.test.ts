// The table of a day from the entries, what a reader's choices leave of it, and what is counted of its rows.
import { describe, expect, test } from 'vitest'
import { citation, entry, record } from '@/tests/made/small-record'
import { INITIAL_STATE } from './address'
import { buildComparison, compareWithToday } from './build'
import { countPositions, positionsAddress } from './data-address'
import { figuresOf, filterDemands, fits, knownOnly, lastMoveOf, sortValue, stateOf } from './filter'
import { buildStrip } from './strip'
import type { DemandRow } from './view'

const reported = { citations: [citation('state', { attribution: 'reported' })] }
const TALKS = record([
  entry('north', 'border', '2024-01-10', 'rejects', { id: 'a' }),
  entry('north', 'border', '2024-02-10', 'accepts', {
    id: 'b',
    kind: 'reversal',
    citations: [citation('paper'), citation('state', { quote: 'Béa’s words' })],
  }),
  entry('north', 'border', '2024-03-10', 'accepts', { id: 'c', kind: 'reaffirmation', ...reported }),
  entry('south', 'border', '2024-02-01', 'demands', { id: 'd', datePrecision: 'month', ...reported }),
  entry('north', 'missiles', '2024-05-01', 'ambiguous', { id: 'e', salience: 'red-line', terms: 'On terms.' }),
  entry('north', 'border', '2024-06-10', 'opposes', { id: 'f', kind: 'reversal' }),
])
const ON = '2024-05-01'
const TODAY = '2024-07-01'
const view = buildComparison(TALKS, ON, TODAY)
const row = (slug: string): DemandRow => {
  const found = view.demands.find((demand) => demand.slug === slug)
  if (!found) throw new Error(`There is no ${slug}.`)
  return found
}

describe('the table of a day', () => {
  test('has what was held then, since when, and how it came about', () => {
    expect(row('border').cells.north?.position).toEqual({
      ...{ entry: 'c', stance: 'accepts', summary: 'north accepts border', terms: null, salience: null },
      ...{ heldFrom: '2024-03-10', datePrecision: 'day', since: '2024-02-10', sincePrecision: 'day', age: 52 },
      ...{
        sources: 2,
        entries: 3,
        from: 'rejects',
        turn: 'b',
        reported: true,
        stateMedia: true,
        quotes: 'Words of state',
      },
      shift: { on: '2024-02-10', precision: 'day', kind: 'reversal', first: false },
    })
    expect(row('border').cells.south?.position).toMatchObject({
      from: null,
      turn: 'd',
      sincePrecision: 'month',
      sources: 1,
      shift: { first: true },
    })
    expect(row('missiles').cells.south).toEqual({ position: null, today: { stance: null, since: 'same' } })
    expect(view).toMatchObject({
      asOf: ON,
      today: TODAY,
      known: null,
      lastEntryOn: '2024-05-01',
      negotiation: { slug: 'talks' },
    })
    expect(view.parties[0]).toEqual({ slug: 'north', name: 'The north', shortName: 'north', role: 'belligerent' })
    expect(buildComparison(TALKS, '2024-01-01', TODAY).lastEntryOn).toBeNull()
  })

  test('says of each cell what it says today', () => {
    expect(row('border').cells.north?.today).toEqual({ stance: 'opposes', since: 'moved' })
    expect(row('border').cells.south?.today).toEqual({ stance: 'demands', since: 'same' })
    const said = (stance: 'accepts' | 'rejects', of: string, shift: string) => ({ stance, entry: of, shift })
    expect(compareWithToday(said('accepts', 'x', 's'), said('accepts', 'y', 's'))).toEqual({
      stance: 'accepts',
      since: 'restated',
    })
    expect(compareWithToday(said('accepts', 'x', 's'), said('accepts', 'x', 't'))).toEqual({
      stance: 'accepts',
      since: 'shifted',
    })
    expect(compareWithToday(null, said('accepts', 'x', 's'))).toEqual({ stance: 'accepts', since: 'moved' })
    expect(compareWithToday(null, null)).toEqual({ stance: null, since: 'same' })
  })

  test('counts a cell once more from what was said on the record, where that is another', () => {
    expect(row('border').cells.north?.onRecord?.position).toMatchObject({
      entry: 'b',
      entries: 2,
      reported: false,
      stateMedia: false,
    })
    expect(row('border').cells.south?.onRecord?.position).toBeNull()
    expect(row('missiles').cells.north?.onRecord).toBeUndefined()
    expect(stateOf(row('border'), 'north', true).position?.entry).toBe('b')
    expect(stateOf(row('missiles'), 'north', true).position?.entry).toBe('e')
    expect(stateOf(row('missiles'), 'nobody', false).position).toBeNull()
  })

  test('goes with a strip that counts months and stops at shifts', () => {
    const strip = buildStrip(TALKS, TODAY)
    expect(strip.months.map(({ entries }) => entries)).toEqual([1, 2, 1, 0, 1, 1, 0])
    expect(strip.shiftDays).toEqual(['2024-01-10', '2024-02-01', '2024-02-10', '2024-05-01', '2024-06-10'])
    expect(strip).toMatchObject({ first: '2024-01-01', last: TODAY })
  })
})

describe('what a reader chooses', () => {
  const BOTH = ['north', 'south']
  const left = (choice: Partial<typeof INITIAL_STATE>, shown = BOTH) =>
    filterDemands(view, shown, { ...INITIAL_STATE, ...choice }).map(({ slug }) => slug)

  test.each<[string, Partial<typeof INITIAL_STATE>, string[]]>([
    ['nothing', {}, ['border', 'missiles']],
    ['a topic', { topics: ['arms'] }, ['missiles']],
    ['words of a summary', { words: 'ACCEPTS north' }, ['border']],
    ['words of a proposition, and of a title', { words: 'they agree on missiles' }, ['missiles']],
    ['words of terms', { words: 'on terms' }, ['missiles']],
    ['words that no row has together', { words: 'accepts missiles' }, []],
    ['a stance', { stances: ['demands'] }, ['border']],
    ['a stance of a party that holds another', { stances: ['demands'], parties: ['north'] }, []],
    ['a party', { parties: ['south'] }, ['border']],
    ['a move since its very day', { movedSince: '2024-02-10' }, ['border']],
    ['a move since the day after', { movedSince: '2024-02-11' }, []],
    ['what is on the record', { stances: ['demands'], onRecordOnly: true }, []],
  ])('%s', (_, choice, expected) => expect(left(choice)).toEqual(expected))

  test('is looked for among the parties that are shown', () => {
    expect(left({ stances: ['demands'] }, ['north'])).toEqual([])
    expect(left({ words: 'demands' }, ['north'])).toEqual([])
    expect(left({ words: 'demands' })).toEqual(['border'])
  })

  test('accents and apostrophes make no difference', () => {
    const words = (text: string) =>
      filterDemands(buildComparison(TALKS, '2024-02-10', TODAY), BOTH, { ...INITIAL_STATE, words: text }).map(
        ({ slug }) => slug,
      )
    expect(words("bea's")).toEqual(['border'])
    expect(words('BÉA‘S')).toEqual(['border'])
  })

  test('of what the negotiation does not have is let go of', () => {
    expect(knownOnly(view, { ...INITIAL_STATE, topics: ['arms', 'gone'], parties: ['gone', 'south'] })).toMatchObject({
      ...{ topics: ['arms'], parties: ['south'] },
    })
    expect(fits({ position: null, today: { stance: null, since: 'same' } }, { stances: [], movedSince: null })).toBe(
      false,
    )
  })

  test('has an address at which the same cells are data', () => {
    const at = (shown: string[], rows: DemandRow[], more = {}) =>
      positionsAddress('json', view, rows, shown, { onRecordOnly: false, known: null, ...more })
    const base = '/api/v1/negotiations/talks/positions'
    expect(at(BOTH, view.demands)).toBe(`${base}?asOf=${ON}`)
    expect(
      positionsAddress('csv', { ...view, asOf: TODAY }, view.demands, BOTH, { onRecordOnly: false, known: null }),
    ).toBe(`${base}.csv`)
    expect(at(['south'], [row('border')], { onRecordOnly: true })).toBe(
      `${base}?asOf=${ON}&party=south&demand=border&onRecord=true`,
    )
    expect(
      positionsAddress('json', { ...view, today: ON }, view.demands, BOTH, { onRecordOnly: false, known: ON }),
    ).toBe(`${base}?asOf=${ON}&knownAt=${ON}`)
    expect(countPositions(view.demands, BOTH, { onRecordOnly: false })).toBe(3)
    expect(countPositions(view.demands, BOTH, { onRecordOnly: true })).toBe(2)
    expect(countPositions([row('border')], ['south', 'nobody'], { onRecordOnly: false })).toBe(1)
  })
})

describe('what is counted', () => {
  test('of a row: the spread, the entries, and who shifted last', () => {
    expect(figuresOf(row('border'), ['north', 'south'], false)).toEqual({
      ...{ spread: { steps: 1, holders: 2 }, entries: 4 },
      shift: { on: '2024-02-10', by: [{ party: 'north', precision: 'day', kind: 'reversal' }] },
    })
    expect(figuresOf(row('border'), [], false)).toEqual({ spread: null, entries: 0, shift: null })
  })

  test('of a column: when it last moved; a first position is no move', () => {
    expect(lastMoveOf(view, 'north', false)).toMatchObject({ on: '2024-02-10', precision: 'day' })
    expect(lastMoveOf(view, 'south', false)).toBeNull()
  })

  test('of a cell: its number, and none where it has none', () => {
    expect(['border', 'missiles'].map((slug) => sortValue(stateOf(row(slug), 'north', false)))).toEqual([1, undefined])
    expect(sortValue(stateOf(row('missiles'), 'south', false))).toBeUndefined()
  })
})
