import 'server-only'
import { published } from '@/lib/db/read'
import { findOverview } from '@/lib/domain/negotiation/overview'
import { listPlacedMoves } from '@/lib/domain/shift/queries'
import { type EventsView, eventsOf } from './build'

/** Shifts that the page lists after one event; of more the newest. */
export const MOST_AFTER_ONE = 50

/** The events of a negotiation and what shifted between one and the next, by index; null when there is no such negotiation. */
export async function findEvents(negotiation: string, most = MOST_AFTER_ONE): Promise<EventsView | null> {
  const overview = await findOverview(negotiation)
  if (!overview) return null
  const [placed, sources] = await Promise.all([
    listPlacedMoves(overview, { byEvent: true, most }),
    published().publishedSource.findMany({
      where: { negotiation, slug: { in: overview.events.flatMap(({ source }) => source ?? []) } },
      select: { slug: true, publisher: true, title: true },
    }),
  ])
  return eventsOf({ ...overview, negotiation: overview, sources }, (at) => {
    const here = placed.filter(({ step }) => step === at + 1)
    return { moves: here.map(({ move }) => move), shifts: here[0]?.inStep ?? 0 }
  })
}
