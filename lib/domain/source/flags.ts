import 'server-only'
import { appClient } from '@/lib/db/client'
import { type Actor, allow } from '@/lib/domain/account/actor'
import type { FlagLine } from './flag-view'

const MOST = 8

/** What nobody has dealt with yet, longest known first: for those who can correct the entry, and so mend it. */
export async function listFlags(actor: Actor): Promise<{ flags: FlagLine[]; total: number }> {
  allow(actor, 'write drafts')
  const where = { resolvedAt: null }
  const db = appClient()
  const [rows, total] = await Promise.all([
    db.sourceFlag.findMany({
      where,
      orderBy: { id: 'asc' },
      take: MOST,
      include: {
        citation: { select: { quote: true } },
        text: { select: { source: { select: { slug: true, title: true } } } },
        entry: { select: { party: { select: { name: true } }, demand: { select: { title: true } } } },
      },
    }),
    db.sourceFlag.count({ where }),
  ])
  const flags = rows.map(({ id, entryId, entry, text, kind, citation, wordsNow, noticedAt }) => ({
    id,
    entry: entryId,
    party: entry.party.name,
    demand: entry.demand.title,
    source: text.source,
    kind: kind as FlagLine['kind'],
    quote: citation.quote,
    wordsNow,
    noticedAt: noticedAt.toISOString(),
  }))
  return { flags, total }
}
