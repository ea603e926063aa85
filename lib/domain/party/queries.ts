import 'server-only'
import { published } from '@/lib/db/read'
import { findComparison } from '@/lib/domain/comparison/queries'
import { findOverview } from '@/lib/domain/negotiation/overview'
import { listPlacedMoves } from '@/lib/domain/shift/queries'
import { type Day, dayOf } from '@/lib/domain/time/day'
import { type PartyView, partyOf, type Said } from './build'

/** Shifts that the page of a party lists; of more the newest. */
export const MOST_SHIFTS = 100

/** A party's page, by index; null when there is no such party. */
export async function findParty(
  negotiation: string,
  party: string,
  today: Day,
  most = MOST_SHIFTS,
): Promise<PartyView | null> {
  const overview = await findOverview(negotiation)
  if (!overview) return null
  const [table, placed, said, entries] = await Promise.all([
    findComparison(negotiation, today, today),
    listPlacedMoves(overview, { party, most }),
    listSaid(negotiation, party),
    published().publishedEntry.count({ where: { negotiation, party } }),
  ])
  const moves = placed.map(({ move }) => move)
  const shifts = placed[0]?.inStep ?? 0
  return table && partyOf({ ...overview, negotiation: overview }, party, { table, moves, shifts, said, entries })
}

/** How often each speaker of a party is cited, in whoever's entries, and when last; none for one that never is. */
export async function listSaid(negotiation: string, party: string): Promise<Map<string, Said>> {
  const db = published()
  const speakers = await db.publishedSpeaker.findMany({ where: { negotiation, party }, select: { slug: true } })
  const rows = await db.publishedCitation.groupBy({
    by: ['speaker'],
    where: { negotiation, speaker: { in: speakers.map(({ slug }) => slug) } },
    _count: true,
    _max: { saidOn: true },
  })
  return new Map(
    rows.map(({ speaker, _count, _max }) => [
      String(speaker),
      { citations: _count, lastSaid: _max.saidOn && dayOf(_max.saidOn) },
    ]),
  )
}
