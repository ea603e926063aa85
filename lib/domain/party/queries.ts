import 'server-only'
import { published } from '@/lib/db/read'
import { dayOf } from '@/lib/domain/time/day'
import type { Said } from './build'

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
