import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '@/lib/domain/time/day'
import { makeRecord } from '@/tests/made/record'
import { chooseShifts, EVERY_SHIFT, formatShiftChoice, parseShiftChoice, SHIFT_SORTS, type ShiftChoice } from './choice'
import { SHIFT_KINDS } from './kinds'
import { buildShiftTable, shiftRow } from './table'

const table = buildShiftTable(makeRecord({ parties: 5, demands: 9, entries: 400, seed: 11 }))
const anyDay = fc.option(fc.integer({ min: 0, max: 2000 }).map((days) => addDays('2021-01-01', days)))
const anySlugs = (list: { slug: string }[]) =>
  fc.subarray(
    list.map(({ slug }) => slug),
    { maxLength: 3 },
  )
const anyChoice: fc.Arbitrary<ShiftChoice> = fc.record({
  words: fc.constantFrom('', 'party 1', 'DEMAND number', 'speaker 2', 'reversal', 'rejects', 'zebra'),
  parties: anySlugs(table.parties),
  demands: anySlugs(table.demands),
  kinds: fc.subarray([...SHIFT_KINDS], { maxLength: 3 }),
  from: anyDay,
  to: anyDay,
  sort: fc.constantFrom(...SHIFT_SORTS),
  descending: fc.boolean(),
})

test('an address brings back the choice it was made from', () => {
  fc.assert(
    fc.property(anyChoice, (choice) => {
      expect(parseShiftChoice(formatShiftChoice(choice))).toEqual(choice)
    }),
  )
  expect(formatShiftChoice(EVERY_SHIFT)).toBe('')
})

test('any query is read without an error', () => {
  fc.assert(
    fc.property(fc.string(), (search) => {
      const choice = parseShiftChoice(search)
      expect(parseShiftChoice(formatShiftChoice(choice))).toEqual(choice)
    }),
  )
})

test('exactly the rows that fit are chosen, each once', () => {
  fc.assert(
    fc.property(anyChoice, (choice) => {
      const chosen = chooseShifts(table, choice)
      expect(new Set(chosen).size).toBe(chosen.length)
      const fit = table.entry.flatMap((_, at) => {
        const row = shiftRow(table, at)
        const within = (!choice.from || row.on >= choice.from) && (!choice.to || row.on <= choice.to)
        const text = [row.party.name, row.demand.title, row.speaker, row.kind?.replace('-', ' '), row.from, row.to]
          .join('\n')
          .toLowerCase()
        return within &&
          (choice.parties.length === 0 || choice.parties.includes(row.party.slug)) &&
          (choice.demands.length === 0 || choice.demands.includes(row.demand.slug)) &&
          (choice.kinds.length === 0 || (row.kind !== null && choice.kinds.includes(row.kind))) &&
          choice.words
            .toLowerCase()
            .split(' ')
            .every((word) => text.includes(word))
          ? [at]
          : []
      })
      expect([...chosen.toSorted()]).toEqual(fit)
    }),
  )
})

test('both ways of an order are each other’s reverse, but for rows that are equal', () => {
  for (const sort of SHIFT_SORTS) {
    const value = (at: number) => {
      const row = shiftRow(table, at)
      if (sort === 'party') return row.party.name
      if (sort === 'demand') return row.demand.title
      return String(row[sort as 'on'] ?? '')
    }
    const up = Array.from(chooseShifts(table, { ...EVERY_SHIFT, sort, descending: false }), value)
    const down = Array.from(chooseShifts(table, { ...EVERY_SHIFT, sort, descending: true }), value)
    expect(down.toReversed(), sort).toEqual(up)
  }
})

test('the newest come first, and the first rows are the newest', () => {
  expect(table.on).toEqual(table.on.toSorted().reverse())
})
