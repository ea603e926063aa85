// One demand with all parties, as plain data.
import type { CellPosition } from '@/lib/domain/comparison/view'
import type { Party } from '@/lib/domain/party/schema'
import type { Spread } from '@/lib/domain/spread/rules'
import type { StoryEntry } from '@/lib/domain/story/view'
import type { Day } from '@/lib/domain/time/day'
import type { Demand } from './schema'

export type DemandParty = Pick<Party, 'slug' | 'name' | 'shortName'> & {
  /** Its place in the order of the record, which gives it its mark and colour. */
  place: number
  position: CellPosition | null
  /** Newest first. */
  entries: LineEntry[]
}

/** What the chart and its numbers show of an entry. */
export type LineEntry = Pick<StoryEntry, 'id' | 'heldFrom' | 'datePrecision' | 'stance' | 'summary' | 'isShift'> & {
  /** Slug of its occasion. */
  event: string | null
}

export type DemandEvent = { slug: string; title: string; date: Day; endDate: Day | null }

export type DemandView = {
  negotiation: { slug: string; title: string }
  demand: Demand
  topic: string
  parties: DemandParty[]
  spread: Spread | null
  /** Of all parties, newest first. */
  entries: (LineEntry & { place: number })[]
  /** The newest of them in full; the rest stand in the stories of the parties. */
  newest: (StoryEntry & { place: number })[]
  /** Oldest first. */
  events: DemandEvent[]
  startedOn: Day
  today: Day
}
