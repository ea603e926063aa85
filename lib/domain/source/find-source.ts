import 'server-only'
import { published } from '@/lib/db/read'
import { dayOf } from '@/lib/domain/time/day'
import { type Cited, passagesOf } from './passages'
import type { SourceView } from './view'

/** A source with everything it supports in any negotiation; null when nothing published rests on it. */
export async function findSource(slug: string): Promise<SourceView | null> {
  const db = published()
  const uses = await db.publishedSource.findMany({ where: { slug }, orderBy: { negotiation: 'asc' } })
  const [source] = uses
  if (!source) return null
  const at = { negotiation: { in: uses.map(({ negotiation }) => negotiation) } }
  const [negotiations, parties, demands, events, citations] = await Promise.all([
    db.publishedNegotiation.findMany({ where: { slug: at.negotiation } }),
    db.publishedParty.findMany({ where: at, orderBy: { ordinal: 'asc' } }),
    db.publishedDemand.findMany({ where: at }),
    db.publishedEvent.findMany({ where: { ...at, source: slug }, orderBy: { startsOn: 'asc' } }),
    db.publishedCitation.findMany({ where: { source: slug }, orderBy: [{ entry: 'asc' }, { ordinal: 'asc' }] }),
  ])
  const entries = await db.publishedEntry.findMany({
    where: { id: { in: [...new Set(citations.map(({ entry }) => entry))] } },
    orderBy: [{ heldFrom: 'asc' }, { ordinal: 'asc' }],
  })
  const { negotiation: _, ordinal: __, publishedOn, ...told } = source
  // The database's checks keep these columns to the words of the schemas, which is why the cast is safe.
  return {
    source: { ...told, published: publishedOn && dayOf(publishedOn) },
    negotiations: negotiations.map(({ slug: negotiation, title }) => ({ slug: negotiation, title })),
    passages: passagesOf(
      citations as Cited[],
      entries.map(({ id }) => id),
    ),
    entries: entries.map((entry) => {
      const others = parties.filter(({ negotiation }) => negotiation === entry.negotiation)
      const place = others.findIndex(({ slug: party }) => party === entry.party)
      return {
        id: entry.id,
        negotiation: entry.negotiation,
        demand: entry.demand,
        demandTitle:
          demands.find((demand) => demand.negotiation === entry.negotiation && demand.slug === entry.demand)?.title ??
          '',
        place,
        partyName: others[place]?.name ?? '',
        stance: entry.stance,
        summary: entry.summary,
        heldFrom: dayOf(entry.heldFrom),
        datePrecision: entry.datePrecision,
      }
    }),
    events: events.map((event) => ({
      negotiation: event.negotiation,
      slug: event.slug,
      title: event.title,
      date: dayOf(event.startsOn),
      endDate: event.endsOn && dayOf(event.endsOn),
    })),
  } as SourceView
}
