import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '@/lib/domain/time/day'
import { makeRecord } from '@/tests/made/record'
import { buildStrip, stepFrom } from './strip'

const record = makeRecord({ parties: 3, demands: 5, entries: 80 })
const strip = buildStrip(record, '2026-11-24')

test('every month from the first to today is there once, and every entry is counted once', () => {
  expect(strip.months[0]?.month).toBe('2021-01')
  expect(strip.months.at(-1)?.month).toBe('2026-11')
  expect(new Set(strip.months.map(({ month }) => month)).size).toBe(strip.months.length)
  expect(strip.months.reduce((sum, { entries }) => sum + entries, 0)).toBe(record.entries.length)
})

test('stepping goes to the nearest shift, and forth and back again', () => {
  fc.assert(
    fc.property(fc.integer({ min: -100, max: 2500 }), (days) => {
      const day = addDays('2021-01-01', days)
      const later = stepFrom(strip.shiftDays, day, 'later')
      if (later === null) {
        expect(strip.shiftDays.every((shift) => shift <= day)).toBe(true)
        return
      }
      expect(later > day).toBe(true)
      expect(strip.shiftDays.some((shift) => shift > day && shift < later)).toBe(false)
      const back = stepFrom(strip.shiftDays, later, 'earlier')
      expect(back === null || back <= day).toBe(true)
    }),
  )
})
