import type { Negotiation } from './schema'

/** A negotiation as the desk sees it, with how much there is of it; in preparation while readers see no entry of it. */
export type DeskNegotiation = Negotiation & {
  version: number
  count: Record<'parties' | 'speakers' | 'topics' | 'demands' | 'events' | 'sources' | 'entries', number>
}
