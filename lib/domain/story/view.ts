// The story of a cell: one party on one demand, from the first entry to the day shown.
import type { Demand } from '@/lib/domain/demand/schema'
import type { PublishedCitation, PublishedEntry } from '@/lib/domain/negotiation/record'
import type { Party } from '@/lib/domain/party/schema'
import type { PublishedSource } from '@/lib/domain/source/schema'
import type { Speaker } from '@/lib/domain/speaker/schema'
import type { Stance } from '@/lib/domain/stance/scale'
import type { Day } from '@/lib/domain/time/day'

export type StoryCitation = Omit<PublishedCitation, 'speaker' | 'source'> & {
  speaker: Speaker | null
  source: PublishedSource
}

export type StoryEntry = Omit<PublishedEntry, 'citations' | 'event' | 'ordinal' | 'kind'> & {
  citations: StoryCitation[]
  event: { slug: string; title: string; date: Day; endDate: Day | null } | null
  /** The stance of the entry before it; null when it is the first. */
  from: Stance | null
  /** False when it only restates what was held. */
  isShift: boolean
  /** Whether anybody said it on the record. */
  onRecord: boolean
}

export type StoryView = {
  negotiation: { slug: string; title: string }
  demand: Demand
  party: Party
  /** The other parties, to step to. */
  parties: Pick<Party, 'slug' | 'shortName'>[]
  startedOn: Day
  today: Day
  /** The day at whose end this site told it so; null for now. Then `today` is that day. */
  known: Day | null
  events: { slug: string; title: string; date: Day }[]
  /** Newest first. */
  entries: StoryEntry[]
}
