// The strip of months: how many entries each holds, the events, and the days on which something shifted. Pure.
import type { PublishedRecord } from '@/lib/domain/negotiation/record'
import { shiftsOf } from '@/lib/domain/position/rules'
import { type Day, monthOf, monthsFrom } from '@/lib/domain/time/day'
import { entriesByCell } from './build'

export type StripEvent = { slug: string; title: string; date: Day; endDate: Day | null; kind: string }

export type Strip = {
  /** First and last day that can be chosen. */
  first: Day
  last: Day
  months: { month: string; entries: number }[]
  events: StripEvent[]
  /** Days with at least one shift, oldest first: where ← and → stop. */
  shiftDays: Day[]
}

export function buildStrip(record: PublishedRecord, today: Day): Strip {
  const counts = new Map<string, number>()
  for (const { heldFrom } of record.entries) counts.set(monthOf(heldFrom), (counts.get(monthOf(heldFrom)) ?? 0) + 1)
  const shifts = [...entriesByCell(record.entries).values()].flatMap(shiftsOf)
  return {
    first: record.negotiation.startedOn,
    last: today,
    months: monthsFrom(record.negotiation.startedOn, today).map((month) => ({
      month,
      entries: counts.get(month) ?? 0,
    })),
    events: record.events.map(({ slug, title, date, endDate, kind }) => ({ slug, title, date, endDate, kind })),
    shiftDays: [...new Set(shifts.map(({ entry }) => entry.heldFrom))].sort(),
  }
}

/** The nearest shift before or after a day; null at either end. */
export function stepFrom(shiftDays: readonly Day[], day: Day, direction: 'earlier' | 'later'): Day | null {
  const steps =
    direction === 'earlier' ? shiftDays.filter((shift) => shift < day) : shiftDays.filter((shift) => shift > day)
  return (direction === 'earlier' ? steps.at(-1) : steps[0]) ?? null
}
