import 'server-only'
import { appClient } from '@/lib/db/client'
import { type Actor, allow } from '@/lib/domain/account/actor'
import { findMergeable } from './find-pair'
import type { MergedKind, MergeLine } from './view'

/** The merges in force that a row takes part in, on either side, newest first. */
export async function listMerges(
  actor: Actor,
  kind: MergedKind,
  negotiation: string | null,
  slug: string,
): Promise<MergeLine[]> {
  allow(actor, 'amend reference data')
  const db = appClient()
  const row = await findMergeable(db, kind, negotiation, slug)
  if (!row) return []
  const merges = await db.merge.findMany({
    where: { kind, undoneAt: null, OR: [{ fromId: row.id }, { intoId: row.id }] },
    orderBy: { id: 'desc' },
  })
  const ids = [...new Set(merges.flatMap(({ fromId, intoId }) => [fromId, intoId]))]
  // biome-ignore lint/suspicious/noExplicitAny: all three are named by a name or a title
  const rows: any[] = await (db[kind] as any).findMany({ where: { id: { in: ids } } })
  const named = (id: number) => {
    const found = rows.find((one) => one.id === id)
    return { slug: found.slug, name: found.name ?? found.title }
  }
  return merges.map(({ id, fromId, intoId, reason, mergedAt, mergedBy }) => ({
    id,
    from: named(fromId),
    into: named(intoId),
    reason,
    at: mergedAt.toISOString(),
    by: mergedBy,
  }))
}
