import 'server-only'
import type { Transaction } from '@/lib/db/write'
import { dayOf } from '@/lib/domain/time/day'
import type { PlanLine } from './plan'
import type { Counts, Glimpse, UndoLineView } from './view'

const OPEN = ['in-review', 'changes-requested']

/** The lines of a plan with what readers see now and would see afterwards. */
export async function describeLines(
  transaction: Pick<Transaction, 'entry' | 'revision'>,
  plan: readonly PlanLine[],
): Promise<UndoLineView[]> {
  const [entries, revisions] = await Promise.all([
    transaction.entry.findMany({
      where: { id: { in: plan.map(({ entry }) => entry) } },
      include: {
        negotiation: { select: { slug: true } },
        party: { select: { name: true } },
        demand: { select: { title: true } },
        reviews: { where: { stage: { in: OPEN } }, select: { id: true } },
      },
    }),
    transaction.revision.findMany({
      where: { id: { in: plan.flatMap(({ last, back }) => [last.revision, ...(back ? [back.revision] : [])]) } },
      select: { id: true, stance: true, heldFrom: true, summary: true, terms: true },
    }),
  ])
  const entryOf = new Map(entries.map((row) => [row.id, row]))
  const glimpses = new Map(
    revisions.map(({ id, heldFrom, ...row }): [number, Glimpse] => [id, { ...row, heldFrom: dayOf(heldFrom) }]),
  )
  const glimpse = (revision: number) => glimpses.get(revision) ?? null
  return plan.map(({ entry, outcome, last, back }) => {
    const row = entryOf.get(entry)
    const now = last.kind === 'withdrawal' ? null : glimpse(last.revision)
    return {
      entry,
      outcome,
      negotiation: row?.negotiation.slug ?? '',
      party: row?.party.name ?? '',
      demand: row?.demand.title ?? '',
      now,
      after: outcome === 'correction' && back ? glimpse(back.revision) : outcome === 'withdrawal' ? null : now,
      last: { kind: last.kind, by: last.by, at: last.at.toISOString() },
      openReview: row?.reviews[0]?.id ?? null,
    }
  })
}

export function countsOf(plan: readonly PlanLine[]): Counts {
  const counts: Counts = { correction: 0, withdrawal: 0, later: 0, same: 0 }
  for (const { outcome } of plan) counts[outcome]++
  return counts
}
