import fc from 'fast-check'
import { expect, test } from 'vitest'
import { STANCES } from '@/lib/domain/stance/scale'
import { addDays } from '@/lib/domain/time/day'
import { makeRecord } from '@/tests/made/record'
import { INITIAL_STATE } from './address'
import { buildComparison } from './build'
import { figuresOf, filterDemands, fold, knownOnly, stateOf } from './filter'
import { cellState } from './view'

const TODAY = '2026-11-24'
const record = makeRecord({ parties: 4, demands: 12, entries: 200, seed: 3 })
const all = record.parties.map(({ slug }) => slug)
const anyDay = fc.integer({ min: 0, max: 2100 }).map((days) => addDays('2021-01-01', days))

test('a filter by stance leaves exactly the rows in which a watched party holds it', () => {
  fc.assert(
    fc.property(
      anyDay,
      fc.constantFrom(...STANCES),
      fc.subarray(all, { minLength: 1 }),
      fc.boolean(),
      (day, stance, parties, onRecordOnly) => {
        const view = buildComparison(record, day, TODAY)
        const rows = filterDemands(view, all, { ...INITIAL_STATE, stances: [stance], parties, onRecordOnly })
        const wanted = view.demands.filter((demand) =>
          parties.some((party) => stateOf(demand, party, onRecordOnly).position?.stance === stance),
        )
        expect(rows).toEqual(wanted)
      },
    ),
  )
})

test('more filters never bring more rows', () => {
  fc.assert(
    fc.property(anyDay, fc.subarray([...STANCES]), fc.subarray(all), anyDay, (day, stances, parties, movedSince) => {
      const view = buildComparison(record, day, TODAY)
      const fewer = filterDemands(view, all, { ...INITIAL_STATE, stances, parties, movedSince })
      const more = filterDemands(view, all, { ...INITIAL_STATE, movedSince })
      expect(fewer.every((demand) => more.includes(demand))).toBe(true)
    }),
  )
})

test('parties that are not shown neither fit a filter nor count in the figures', () => {
  const view = buildComparison(record, TODAY, TODAY)
  const [first] = all as [string]
  for (const demand of view.demands) {
    const own = stateOf(demand, first, false).position
    const figures = figuresOf(demand, [first], false)
    expect(figures.entries).toBe(own?.entries ?? 0)
    expect(figures.shift?.by.map(({ party }) => party) ?? [first]).toEqual([first])
    expect(figures.spread?.holders ?? 0).toBeLessThanOrEqual(1)
  }
})

test('the latest shift of a row is the latest of its cells', () => {
  fc.assert(
    fc.property(anyDay, (day) => {
      const view = buildComparison(record, day, TODAY)
      for (const demand of view.demands) {
        const days = all.flatMap((party) => stateOf(demand, party, false).position?.shift.on ?? [])
        expect(figuresOf(demand, all, false).shift?.on).toBe(days.toSorted().at(-1))
      }
    }),
    { numRuns: 30 },
  )
})

test('on the record only, a cell is what it would be if nothing else had been recorded', () => {
  const onRecord = {
    ...record,
    entries: record.entries.filter(({ citations }) => citations.some(({ attribution }) => attribution !== 'reported')),
  }
  fc.assert(
    fc.property(anyDay, (day) => {
      const view = buildComparison(record, day, TODAY)
      const apart = buildComparison(onRecord, day, TODAY)
      for (const [at, demand] of view.demands.entries()) {
        for (const party of all) {
          const { position, today } = cellState(demand.cells[party] as never, true)
          const alone = apart.demands[at]?.cells[party]
          expect({ position, today }).toEqual({ position: alone?.position, today: alone?.today })
        }
      }
    }),
    { numRuns: 30 },
  )
})

test('on the latest day nothing differs from today', () => {
  const view = buildComparison(record, TODAY, TODAY)
  for (const demand of view.demands)
    for (const party of all) expect(stateOf(demand, party, false).today.since).toBe('same')
})

test('words are found whatever their case, accents and apostrophes, and all of them must be', () => {
  expect(fold('Türkiye’s Ärger')).toBe("turkiye's arger")
  const view = buildComparison(record, TODAY, TODAY)
  expect(filterDemands(view, all, { ...INITIAL_STATE, words: 'MADE  number 7' }).map(({ slug }) => slug)).toContain(
    'demand-7',
  )
  expect(filterDemands(view, all, { ...INITIAL_STATE, words: 'number zebra' })).toEqual([])
})

test('topics and parties of another negotiation do not empty the table', () => {
  const view = buildComparison(record, TODAY, TODAY)
  const choice = knownOnly(view, { ...INITIAL_STATE, topics: ['nowhere'], parties: ['mars'] })
  expect(filterDemands(view, all, choice)).toHaveLength(12)
})

test('what differs from today is another stance, a further shift, or only a restatement; never nothing while the entry is another', () => {
  const now = buildComparison(record, TODAY, TODAY)
  fc.assert(
    fc.property(anyDay, (day) => {
      const then = buildComparison(record, day, TODAY)
      for (const [at, demand] of then.demands.entries()) {
        for (const party of all) {
          const { position, today } = stateOf(demand, party, false)
          const latest = stateOf(now.demands[at] as never, party, false).position
          expect(today.stance).toBe(latest?.stance ?? null)
          expect(today.since === 'moved').toBe((position?.stance ?? null) !== (latest?.stance ?? null))
          expect(today.since === 'same').toBe(position?.entry === latest?.entry)
          if (today.since === 'restated') expect(position?.shift).toEqual(latest?.shift)
        }
      }
    }),
    { numRuns: 30 },
  )
})

test('a first position is no move: what was held before is not known', () => {
  const view = buildComparison(record, TODAY, TODAY)
  const moved = filterDemands(view, all, { ...INITIAL_STATE, movedSince: '2021-01-01' })
  for (const demand of view.demands) {
    const shifts = all.flatMap((party) => stateOf(demand, party, false).position?.shift ?? [])
    expect(moved.includes(demand)).toBe(shifts.some(({ first }) => !first))
  }
})
