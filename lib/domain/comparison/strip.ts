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

/** A day on which something was held anew: how many entries are of it, and whether one of them is a shift. */
export type HeldDay = { day: Day; entries: number; shifts: boolean }

export function buildStrip(record: PublishedRecord, today: Day): Strip {
  const shifts = new Set([...entriesByCell(record.entries).values()].flatMap(shiftsOf).map(({ entry }) => entry))
  const days = record.entries.map((entry) => ({ day: entry.heldFrom, entries: 1, shifts: shifts.has(entry) }))
  return stripOf(record, days, today)
}

/** The strip of days, wherever they come from; a day may be given in parts. */
export function stripOf(
  { negotiation, events }: Pick<PublishedRecord, 'negotiation' | 'events'>,
  days: HeldDay[],
  today: Day,
): Strip {
  const counts = new Map<string, number>()
  for (const { day, entries } of days) counts.set(monthOf(day), (counts.get(monthOf(day)) ?? 0) + entries)
  return {
    first: negotiation.startedOn,
    last: today,
    months: monthsFrom(negotiation.startedOn, today).map((month) => ({ month, entries: counts.get(month) ?? 0 })),
    events: events.map(({ slug, title, date, endDate, kind }) => ({ slug, title, date, endDate, kind })),
    shiftDays: [...new Set(days.flatMap(({ day, shifts }) => (shifts ? day : [])))].sort(),
  }
}

/** The nearest shift before or after a day; null at either end. */
export function stepFrom(shiftDays: readonly Day[], day: Day, direction: 'earlier' | 'later'): Day | null {
  const steps =
    direction === 'earlier' ? shiftDays.filter((shift) => shift < day) : shiftDays.filter((shift) => shift > day)
  return (direction === 'earlier' ? steps.at(-1) : steps[0]) ?? null
}
