// From the published record to one demand: every party's position now, its line over time, and all entries. Pure.
import { buildComparison } from '@/lib/domain/comparison/build'
import type { PublishedRecord } from '@/lib/domain/negotiation/record'
import { spreadOf } from '@/lib/domain/spread/rules'
import { buildStory } from '@/lib/domain/story/build'
import type { Day } from '@/lib/domain/time/day'
import type { DemandParty, DemandView } from './view'

/** Null when the demand is not in the record. */
export function buildDemand(record: PublishedRecord, slug: string, today: Day): DemandView | null {
  const demand = record.demands.find((candidate) => candidate.slug === slug)
  if (!demand) return null
  // The rest of the table is not asked for, so it is not built.
  const row = buildComparison({ ...record, demands: [demand] }, today, today).demands[0]
  const parties = record.parties.map(
    (party, place): DemandParty => ({
      slug: party.slug,
      name: party.name,
      shortName: party.shortName,
      place,
      position: row?.cells[party.slug]?.position ?? null,
      entries: buildStory(record, slug, party.slug, today)?.entries ?? [],
    }),
  )
  return {
    negotiation: { slug: record.negotiation.slug, title: record.negotiation.title },
    demand,
    topic: record.topics.find((topic) => topic.slug === demand.topic)?.title ?? '',
    parties,
    spread: spreadOf(parties.map(({ position }) => position?.stance ?? null)),
    entries: parties
      .flatMap((party) => party.entries.map((entry) => ({ ...entry, place: party.place })))
      // The sort is stable: entries of one day stay in the order of the parties.
      .sort((a, b) => (a.heldFrom > b.heldFrom ? -1 : a.heldFrom < b.heldFrom ? 1 : 0)),
    events: record.events
      .map(({ slug: event, title, date, endDate }) => ({ slug: event, title, date, endDate }))
      .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0)),
    startedOn: record.negotiation.startedOn,
    today,
  }
}
