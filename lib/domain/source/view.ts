// A source with everything it supports, as plain data; and a row of the table of sources.
import type { Stance } from '@/lib/domain/stance/scale'
import type { DatePrecision, Day } from '@/lib/domain/time/day'
import type { Passage } from './passages'
import type { PublishedSource } from './schema'

export type SupportedEntry = {
  id: string
  negotiation: string
  demand: string
  demandTitle: string
  partyName: string
  /** The party's place in the order of its record. */
  place: number
  stance: Stance
  summary: string
  heldFrom: Day
  datePrecision: DatePrecision
}

export type SourceView = {
  source: PublishedSource
  negotiations: { slug: string; title: string }[]
  passages: Passage[]
  /** Oldest first; their numbers are their places in this list. */
  entries: SupportedEntry[]
  /** Events that it attests. */
  events: { negotiation: string; slug: string; title: string; date: Day; endDate: Day | null }[]
}

export type SourceRow = Pick<
  PublishedSource,
  'slug' | 'publisher' | 'title' | 'published' | 'kind' | 'grade' | 'publisherFlag' | 'language'
> & { entries: number }
