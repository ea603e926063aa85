import 'server-only'
import { getOverview } from '@/lib/domain/negotiation/overview'
import { listShifts } from './queries'

const NEWEST = 3

/** The newest shifts of a negotiation, with the names that readers know. */
export async function listLatestMoves(negotiation: string) {
  const [{ parties, demands }, { items }] = await Promise.all([
    getOverview(negotiation),
    listShifts(negotiation, { sort: '-on', limit: NEWEST }),
  ])
  return items.map(({ entry, party, demand, from, to, on, datePrecision }) => ({
    ...{ entry, from, to, on, datePrecision },
    party: parties.find(({ slug }) => slug === party)?.shortName ?? party,
    demand: demands.find(({ slug }) => slug === demand)?.title ?? demand,
  }))
}
