// Calendar days as ISO text ("2025-12-14"). Text sorts as time does, and no time zone can move a day.

export type Day = string
export type DatePrecision = 'day' | 'month' | 'approximate'

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const DAY_MS = 86_400_000

/** True for a day that exists in the calendar: "2025-02-29" is none. */
export function isDay(text: string): text is Day {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}

/** The day of a database date or an instant, in UTC. */
export const dayOf = (date: Date): Day => date.toISOString().slice(0, 10)

export const today = (): Day => dayOf(new Date())

/** Whole days from one day to a later one; negative when it is earlier. */
export const daysBetween = (from: Day, to: Day): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS)

export const addDays = (day: Day, days: number): Day => dayOf(new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS))

/** "14 Dec 2025". */
export function formatDay(day: Day): string {
  const [year, month, date] = day.split('-')
  return `${Number(date)} ${MONTHS[Number(month) - 1]} ${year}`
}

/** "14 Dec 2025", "Dec 2025" or "about 14 Dec 2025", as exactly as the day is known. */
export function formatHeldFrom(day: Day, precision: DatePrecision): string {
  if (precision === 'month') return formatDay(day).replace(/^\d+ /, '')
  return precision === 'approximate' ? `about ${formatDay(day)}` : formatDay(day)
}

/** "14–15 Dec 2025", "30 Dec 2025 – 2 Jan 2026" or one day. */
export function formatSpan(from: Day, to: Day | null): string {
  if (!to || to === from) return formatDay(from)
  return from.slice(0, 7) === to.slice(0, 7)
    ? `${Number(from.slice(8))}–${formatDay(to)}`
    : `${formatDay(from)} – ${formatDay(to)}`
}

/** "today", "yesterday", "212 days ago"; seen from a day in the past "that day", "the day before", "212 days before". */
export function formatAge(days: number, seenFrom: 'today' | 'past' = 'today'): string {
  const past = seenFrom === 'past'
  if (days <= 0) return past ? 'that day' : 'today'
  if (days === 1) return past ? 'the day before' : 'yesterday'
  return `${days.toLocaleString('en-GB')} days ${past ? 'before' : 'ago'}`
}

/** "2025-12" of "2025-12-14". */
export const monthOf = (day: Day): string => day.slice(0, 7)

/** "2024-02-29" of "2024-02". */
export const lastOfMonth = (month: string): Day => addDays(`${monthOf(addDays(`${month}-01`, 31))}-01`, -1)

/** Every month from the first day's to the last day's, both included. */
export function monthsFrom(first: Day, last: Day): string[] {
  const months: string[] = []
  let [year, month] = monthOf(first).split('-').map(Number) as [number, number]
  while (`${year}-${String(month).padStart(2, '0')}` <= monthOf(last)) {
    months.push(`${year}-${String(month).padStart(2, '0')}`)
    if (++month > 12) [year, month] = [year + 1, 1]
  }
  return months
}

/** "Dec 2025" of "2025-12". */
export const formatMonth = (month: string): string => formatDay(`${month}-01`).replace(/^\d+ /, '')
