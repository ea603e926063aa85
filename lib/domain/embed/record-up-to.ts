import type { PublishedRecord } from '@/lib/domain/negotiation/record'
import type { Day } from '@/lib/domain/time/day'

/** The record without what was held only after the day, for a view that is frozen there. */
export const recordUpTo = (record: PublishedRecord, day: Day): PublishedRecord => ({
  ...record,
  entries: record.entries.filter(({ heldFrom }) => heldFrom <= day),
  events: record.events.filter(({ date }) => date <= day),
})
