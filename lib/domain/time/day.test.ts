import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  addDays,
  daysBetween,
  formatAge,
  formatDay,
  formatHeldFrom,
  formatSpan,
  isDay,
  lastOfMonth,
  monthOf,
  monthsFrom,
} from './day'

const anyDay = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2090-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

test('a day exists in the calendar', () => {
  for (const day of ['2025-12-14', '2024-02-29']) expect(isDay(day)).toBe(true)
  for (const text of ['2025-02-29', '2025-13-01', '2025-1-1', '14 Dec 2025', '2025-12-14T00:00', '', '0000-00-00'])
    expect(isDay(text)).toBe(false)
})

test('adding days and counting them are inverses', () => {
  fc.assert(
    fc.property(
      anyDay,
      fc.integer({ min: -20_000, max: 20_000 }),
      (day, days) => daysBetween(day, addDays(day, days)) === days,
    ),
  )
})

test('text sorts as time does', () => {
  fc.assert(fc.property(anyDay, anyDay, (a, b) => Math.sign(daysBetween(a, b)) === (a < b ? 1 : a > b ? -1 : 0)))
})

test('dates are written for people, as exactly as they are known', () => {
  expect(formatDay('2025-12-04')).toBe('4 Dec 2025')
  expect(formatHeldFrom('2025-12-14', 'month')).toBe('Dec 2025')
  expect(formatHeldFrom('2025-12-14', 'approximate')).toBe('about 14 Dec 2025')
  expect(formatSpan('2025-12-14', '2025-12-15')).toBe('14–15 Dec 2025')
  expect(formatSpan('2025-12-30', '2026-01-02')).toBe('30 Dec 2025 – 2 Jan 2026')
  expect(formatSpan('2025-12-14', null)).toBe('14 Dec 2025')
})

test('an age is told from today or from a day in the past', () => {
  expect([0, 1, 212, 1234].map((days) => formatAge(days))).toEqual([
    'today',
    'yesterday',
    '212 days ago',
    '1,234 days ago',
  ])
  expect([0, 1, 212].map((days) => formatAge(days, 'past'))).toEqual(['that day', 'the day before', '212 days before'])
})

test('months run without a gap over the turn of a year', () => {
  expect(monthsFrom('2025-11-30', '2026-02-01')).toEqual(['2025-11', '2025-12', '2026-01', '2026-02'])
})

test('the last day of a month is in it, and the next day is not', () => {
  fc.assert(
    fc.property(anyDay, (day) => {
      const last = lastOfMonth(monthOf(day))
      expect(monthOf(last)).toBe(monthOf(day))
      expect(monthOf(addDays(last, 1))).not.toBe(monthOf(day))
    }),
  )
  expect(lastOfMonth('2024-02')).toBe('2024-02-29')
})
