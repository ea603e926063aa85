// The published record of one negotiation, as plain data: what every public page is made from.
import type { Citation } from '@/lib/domain/citation/schema'
import type { Demand } from '@/lib/domain/demand/schema'
import type { Entry } from '@/lib/domain/entry/schema'
import type { Event } from '@/lib/domain/event/schema'
import type { Party } from '@/lib/domain/party/schema'
import type { ShiftKind } from '@/lib/domain/shift/kinds'
import type { PublishedSource } from '@/lib/domain/source/schema'
import type { Speaker } from '@/lib/domain/speaker/schema'
import type { Topic } from '@/lib/domain/topic/schema'
import type { Negotiation } from './schema'

/** A citation with up to 32 characters of the stored text on either side of the quotation. */
export type PublishedCitation = Citation & { prefix: string; suffix: string }

export type PublishedEntry = Omit<Entry, 'citations'> & {
  ordinal: number
  /** The recorded kind of shift, for the rules that derive positions. */
  kind: ShiftKind | null
  citations: PublishedCitation[]
  /** When readers first saw the entry, and since when they see its present revision: ISO instants. */
  firstPublishedAt: string
  publishedAt: string
  /** The number of the revision that readers see; 1 when it was never corrected. */
  revision: number
}

export type PublishedRecord = {
  negotiation: Negotiation
  parties: Party[]
  speakers: Speaker[]
  topics: Topic[]
  demands: Demand[]
  events: Event[]
  sources: PublishedSource[]
  entries: PublishedEntry[]
}
