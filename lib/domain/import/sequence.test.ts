// Rows among the entries that the record has: whether their kinds of shift fit, and what readers would see change.
import { describe, expect, test } from 'vitest'
import type { CellEntry } from '@/lib/domain/draft/cell'
import { EMPTY_DRAFT } from '@/lib/domain/draft/content'
import type { Said } from './entry-of-group'
import type { RowFault } from './faults'
import { moves, movesOf } from './moves'
import { checkSequence } from './sequence'

type Held = CellEntry & { demand: string }
const held = (heldFrom: string, stance: Held['stance'], kind: Held['kind'], more: Partial<Held> = {}): Held => ({
  ...{ id: `e-${heldFrom}`, party: 'russia', demand: 'nato', ordinal: 1, datePrecision: 'day', terms: null },
  ...{ heldFrom, stance, kind, ...more },
})
let rows = 0
const row = (heldFrom: string, stance: Held['stance'], shiftType: Said['content']['shiftType'], more = {}): Said => ({
  ...{ key: '', rows: [++rows], citations: [], faults: [] },
  content: { ...EMPTY_DRAFT, party: 'russia', demand: 'nato', heldFrom, stance, shiftType, ...more },
})
const broken = (one: Said, field: RowFault['field']): Said => ({
  ...one,
  faults: [{ row: 1, field, column: '', code: 'missing', value: '', text: '', mend: '' }],
})
const faultsOf = (said: Said[], record: Held[], judged: (one: Said) => boolean = () => true) => {
  checkSequence(said, record, judged)
  return said.map(({ faults }) =>
    faults.filter(({ code }) => /fit$/.test(code)).map(({ field, code }) => `${field} ${code}`),
  )
}
const WRONG = ['shiftType shift-does-not-fit']
const NEXT = ['heldFrom next-would-not-fit']

describe('a kind of shift', () => {
  test('fits the stance before it, in the record or in an earlier row', () => {
    expect(faultsOf([row('2024-02-01', 'accepts', 'reversal')], [held('2024-01-01', 'rejects', null)])).toEqual([[]])
    expect(faultsOf([row('2024-02-01', 'accepts', 'hardening')], [held('2024-01-01', 'rejects', null)])).toEqual([
      WRONG,
    ])
    expect(
      faultsOf([row('2024-02-01', 'rejects', 'reaffirmation'), row('2024-01-01', 'rejects', 'new-position')], []),
    ).toEqual([[], []])
    expect(
      faultsOf([row('2024-02-01', 'accepts', 'reaffirmation'), row('2024-01-01', 'rejects', 'new-position')], []),
    ).toEqual([WRONG, []])
  })

  test('is judged among the entries of its own cell, and by terms too', () => {
    const before = held('2024-01-01', 'conditional', null, { terms: 'On terms.' })
    const after = { terms: 'On other terms.' }
    expect(faultsOf([row('2024-02-01', 'conditional', 'reaffirmation', { terms: 'On terms.' })], [before])).toEqual([
      [],
    ])
    expect(faultsOf([row('2024-02-01', 'conditional', 'concession', after)], [before])).toEqual([[]])
    expect(faultsOf([row('2024-02-01', 'conditional', 'concession', { terms: 'On terms.' })], [before])).toEqual([
      WRONG,
    ])
    expect(
      faultsOf(
        [row('2024-02-01', 'accepts', 'new-position')],
        [
          { ...before, party: 'us' },
          { ...before, demand: 'aid' },
        ],
      ),
    ).toEqual([[]])
  })

  test('says which movement it would have to fit', () => {
    const one = row('2024-02-01', 'accepts', 'hardening')
    faultsOf([one], [held('2024-01-01', 'rejects', null)])
    expect(one.faults[0]).toMatchObject({ row: one.rows[0], value: 'hardening' })
    expect(one.faults[0]?.text).toContain('from rejects (1 Jan 2024) to accepts')
    const first = row('2024-02-01', 'accepts', 'hardening')
    faultsOf([first], [])
    expect(first.faults[0]?.text).toContain('nothing earlier')
  })

  test('of what follows in the record must fit still', () => {
    const record = [held('2024-01-01', 'rejects', 'new-position'), held('2024-03-01', 'rejects', 'reaffirmation')]
    expect(faultsOf([row('2024-02-01', 'accepts', 'reversal')], record)).toEqual([NEXT])
    expect(faultsOf([row('2024-02-01', 'rejects', 'reaffirmation')], record)).toEqual([[]])
    // What does not fit in the record itself is nobody's here.
    expect(
      faultsOf([row('2024-05-01', 'rejects', 'reaffirmation')], [...record, held('2024-04-01', 'rejects', 'reversal')]),
    ).toEqual([[]])
  })

  test('is asked only of those that are judged, and once', () => {
    const record = [held('2024-01-01', 'rejects', null)]
    expect(faultsOf([row('2024-02-01', 'accepts', 'hardening')], record, () => false)).toEqual([[]])
    expect(faultsOf([broken(row('2024-02-01', 'accepts', 'hardening'), 'shiftType')], record)).toEqual([[]])
    const next = [...record, held('2024-03-01', 'rejects', 'reaffirmation')]
    expect(faultsOf([row('2024-02-01', 'accepts', 'reversal')], next, () => false)).toEqual([[]])
  })

  test('is not judged beside a row of which it is not known where it belongs', () => {
    const record = [held('2024-01-01', 'rejects', null)]
    const wrong = () => row('2024-03-01', 'accepts', 'hardening')
    const beside = (one: Said) => faultsOf([wrong(), one], record)[0]
    expect(beside(broken(row('2024-02-01', 'accepts', ''), 'stance'))).toEqual([])
    expect(beside(broken(row('2024-02-01', 'accepts', ''), 'terms'))).toEqual([])
    expect(beside(row('2024-02-01', '' as 'accepts', ''))).toEqual([])
    expect(beside(broken(row('2024-09-01', 'accepts', '', { heldFrom: '' }), 'heldFrom'))).toEqual([])
    expect(beside(broken(row('2024-02-01', 'accepts', '', { party: '' }), 'party'))).toEqual([])
    expect(beside(broken(row('2024-02-01', 'accepts', '', { demand: '' }), 'demand'))).toEqual([])
    // Elsewhere, or at another time, it makes no doubt.
    expect(beside(broken(row('2024-04-01', 'accepts', ''), 'stance'))).toEqual(WRONG)
    expect(beside(broken(row('2023-04-01', 'accepts', ''), 'stance'))).toEqual(WRONG)
    expect(beside(broken(row('2024-02-01', 'accepts', '', { party: 'us' }), 'stance'))).toEqual(WRONG)
    expect(beside(broken(row('2024-02-01', 'accepts', '', { demand: 'aid' }), 'stance'))).toEqual(WRONG)
  })
})

describe('what readers would see', () => {
  const contents = (...list: Said[]) => list.map(({ content }) => content)
  const TODAY = '2024-06-01'

  test('is the last of each cell up to today, before and after', () => {
    const record = [held('2024-01-01', 'rejects', null), held('2024-01-01', 'demands', null, { party: 'us' })]
    const { cells, spreads } = movesOf(
      contents(
        row('2024-02-01', 'accepts', ''),
        row('2024-03-01', 'opposes', ''),
        row('2024-07-01', 'demands', ''),
        row('2023-01-01', 'accepts', '', { party: 'us' }),
      ),
      record,
      TODAY,
    )
    expect(cells).toEqual([
      {
        demand: 'nato',
        party: 'russia',
        from: { stance: 'rejects', heldFrom: '2024-01-01' },
        to: { stance: 'opposes', heldFrom: '2024-03-01' },
        entries: 3,
      },
      {
        demand: 'nato',
        party: 'us',
        from: { stance: 'demands', heldFrom: '2024-01-01' },
        to: { stance: 'demands', heldFrom: '2024-01-01' },
        entries: 1,
      },
    ])
    expect(cells.map(moves)).toEqual([true, false])
    expect(spreads).toEqual([{ demand: 'nato', from: { steps: 4, holders: 2 }, to: { steps: 3, holders: 2 } }])
  })

  test('names a demand whose parties come to be more, and none where nothing changes', () => {
    const record = [held('2024-01-01', 'rejects', null), held('2024-01-01', 'rejects', null, { demand: 'nato-troops' })]
    const { spreads } = movesOf(
      contents(
        row('2024-02-01', 'rejects', '', { party: 'us' }),
        row('2024-02-01', 'rejects', '', { demand: 'nato-troops' }),
        row('2024-02-01', 'accepts', '', { demand: 'aid' }),
      ),
      record,
      TODAY,
    )
    expect(spreads).toEqual([
      { demand: 'aid', from: null, to: { steps: 0, holders: 1 } },
      { demand: 'nato', from: { steps: 0, holders: 1 }, to: { steps: 0, holders: 2 } },
    ])
  })

  test('is sorted by demand and party', () => {
    const { cells } = movesOf(
      contents(
        row('2024-02-01', 'accepts', ''),
        row('2024-02-01', 'accepts', '', { party: 'europe' }),
        row('2024-02-01', 'accepts', '', { demand: 'aid', party: 'us' }),
      ),
      [],
      TODAY,
    )
    expect(cells.map(({ demand, party }) => `${demand} ${party}`)).toEqual(['aid us', 'nato europe', 'nato russia'])
    expect(cells[0]).toMatchObject({ from: null, to: { stance: 'accepts' } })
  })
})
