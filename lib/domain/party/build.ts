// From the published record to one party: its stances, what it asks for, how it moved, who speaks for it. Pure.
import { buildComparison } from '@/lib/domain/comparison/build'
import type { CellPosition, ComparisonView } from '@/lib/domain/comparison/view'
import type { Demand } from '@/lib/domain/demand/schema'
import type { PublishedRecord } from '@/lib/domain/negotiation/record'
import { listMoves, type Move } from '@/lib/domain/shift/moves'
import type { Speaker } from '@/lib/domain/speaker/schema'
import type { Day } from '@/lib/domain/time/day'
import type { Party } from './schema'

export type PartyStance = Pick<Demand, 'slug' | 'title'> & {
  topic: string
  raised: boolean
  position: CellPosition | null
}
export type PartySpeaker = Speaker & Said

export type PartyView = {
  negotiation: { slug: string; title: string }
  party: Party
  /** Its place in the order of the record, which gives it its mark and colour. */
  place: number
  others: { slug: string; shortName: string }[]
  /** Every demand, in the order of the record. */
  stances: PartyStance[]
  entries: number
  /** Newest first; of very many the newest. */
  moves: Move[]
  /** How many there are in all. */
  shifts: number
  /** Most cited first. */
  speakers: PartySpeaker[]
  today: Day
}

/** How often a speaker is cited, and when last with a day. */
export type Said = { citations: number; lastSaid: Day | null }

/**
 * Null when the party is not in the record. The entries of the party are enough, but its speakers may be cited in those of others:
 * `said` counts every citation of each.
 */
export function buildParty(
  record: PublishedRecord,
  slug: string,
  today: Day,
  said: ReadonlyMap<string, Said>,
): PartyView | null {
  const moves = listMoves(record).filter((move) => move.party === slug)
  return partyOf(record, slug, {
    table: buildComparison(record, today, today),
    entries: record.entries.filter((entry) => entry.party === slug).length,
    moves,
    shifts: moves.length,
    said,
  })
}

type Around = Pick<PublishedRecord, 'negotiation' | 'parties' | 'topics' | 'speakers'>
type Derived = Pick<PartyView, 'entries' | 'moves' | 'shifts'> & {
  table: ComparisonView
  said: ReadonlyMap<string, Said>
}

/** The page of a party around what is derived from its entries, wherever that comes from. */
export function partyOf(record: Around, slug: string, { table, said, ...derived }: Derived): PartyView | null {
  const place = record.parties.findIndex((candidate) => candidate.slug === slug)
  const party = record.parties[place]
  if (!party) return null
  const titles = new Map(record.topics.map((topic) => [topic.slug, topic.title]))
  return {
    negotiation: { slug: record.negotiation.slug, title: record.negotiation.title },
    party,
    place,
    others: record.parties
      .filter((other) => other !== party)
      .map((other) => ({ slug: other.slug, shortName: other.shortName })),
    stances: table.demands.map((demand) => ({
      slug: demand.slug,
      title: demand.title,
      topic: titles.get(demand.topic) ?? '',
      raised: demand.raisedBy.includes(slug),
      position: demand.cells[slug]?.position ?? null,
    })),
    ...derived,
    speakers: record.speakers
      .filter((speaker) => speaker.party === slug)
      .map((speaker) => ({ ...speaker, ...(said.get(speaker.slug) ?? { citations: 0, lastSaid: null }) }))
      .sort((a, b) => b.citations - a.citations),
    today: table.today,
  }
}
