import 'server-only'
import { createHash } from 'node:crypto'
import { Prisma } from '@/lib/db/generated/client'
import type { Transaction } from '@/lib/db/write'
import { inside } from './inside'
import { changesSomething, type Outcome, type Scope } from './kinds'
import { outcomeOf } from './rules'

export type PlanLine = {
  entry: string
  outcome: Outcome
  /** The last publication: what readers see, or the withdrawal after which they see nothing. */
  last: { publication: number; revision: number; kind: string; by: string; at: Date }
  /** What comes back; null where nothing does. */
  back: { publication: number; revision: number; author: string } | null
}

type Row = {
  entry: string
  lastId: number
  lastRevision: number
  lastKind: string
  lastBy: string
  lastAt: Date
  isInside: boolean
  beforeId: number | null
  beforeRevision: number | null
  beforeKind: string | null
  beforeAuthor: string | null
}

/** What undoing this scope would do to each entry that it touches, as the record stands now. */
export async function planUndo(
  transaction: Pick<Transaction, '$queryRaw'>,
  scope: Scope,
  only: readonly string[] | null = null,
): Promise<PlanLine[]> {
  const isInside = inside(scope)
  const entries = only === null ? Prisma.sql`true` : Prisma.sql`p.entry_id = any (${only}::text[])`
  const rows = await transaction.$queryRaw<Row[]>`
    with touched as materialized (select distinct p.entry_id from publication p where ${isInside} and ${entries})
    select e.id as entry, last.id as "lastId", last.revision_id as "lastRevision", last.kind as "lastKind", last.published_by as "lastBy",
      last.published_at as "lastAt", last.inside as "isInside", before.id as "beforeId", before.revision_id as "beforeRevision",
      before.kind as "beforeKind", written.recorded_by as "beforeAuthor"
    from touched t
    join entry e on e.id = t.entry_id
    cross join lateral (
      select p.*, ${isInside} as inside from publication p where p.entry_id = t.entry_id order by p.published_at desc, p.id desc limit 1) last
    left join lateral (
      select p.* from publication p where p.entry_id = t.entry_id and not ${isInside} order by p.published_at desc, p.id desc limit 1) before on true
    left join revision written on written.id = before.revision_id
    order by e.negotiation_id, e.ordinal, e.id`
  return rows.map((row) => {
    const before =
      row.beforeId === null ? null : { kind: row.beforeKind as string, revision: row.beforeRevision as number }
    const outcome = outcomeOf({
      last: { kind: row.lastKind, revision: row.lastRevision, isInside: row.isInside },
      before,
    })
    return {
      entry: row.entry,
      outcome,
      last: {
        publication: row.lastId,
        revision: row.lastRevision,
        kind: row.lastKind,
        by: row.lastBy,
        at: row.lastAt,
      },
      back:
        outcome === 'correction'
          ? {
              publication: row.beforeId as number,
              revision: row.beforeRevision as number,
              author: row.beforeAuthor as string,
            }
          : null,
    }
  })
}

export const changesOf = (plan: readonly PlanLine[]): PlanLine[] =>
  plan.filter((line) => changesSomething(line.outcome))

/** The same text for the same changes: what was previewed is what is proposed. */
export const fingerprintOf = (plan: readonly PlanLine[]): string =>
  createHash('sha256')
    .update(
      JSON.stringify(
        changesOf(plan).map(({ entry, last, back }) => [entry, last.publication, back?.publication ?? null]),
      ),
    )
    .digest('hex')
