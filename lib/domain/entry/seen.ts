import 'server-only'
import { published } from '@/lib/db/read'
import { listCitations } from '@/lib/domain/citation/queries'
import { differences } from '@/lib/domain/correction/differences'
import type { Stance } from '@/lib/domain/stance/scale'
import { type DatePrecision, dayOf } from '@/lib/domain/time/day'
import type { SeenState } from './seen-view'

/**
 * What readers saw of an entry, newest first: from when to when, and why it changed. Empty where they never saw it. Of one that is withdrawn
 * the words are left out: they were taken away.
 */
export async function listSeen(entry: string): Promise<SeenState[]> {
  const db = published()
  const [publications, states] = await Promise.all([
    db.publishedPublication.findMany({ where: { entry }, orderBy: [{ publishedAt: 'asc' }, { id: 'asc' }] }),
    db.publishedState.findMany({ where: { entry } }),
  ])
  const citations = await listCitations(publications)
  const isWithdrawn = publications.at(-1)?.kind === 'withdrawal'
  const stateOf = (at: number) => states.find(({ revision }) => revision === publications[at]?.revision)
  return publications
    .map(({ id, kind, reason, publishedAt, revision }, at): SeenState => {
      const state = isWithdrawn || kind === 'withdrawal' ? undefined : stateOf(at)
      return {
        ...{ id, reason, revision },
        kind: kind as SeenState['kind'],
        from: publishedAt.toISOString(),
        until: publications[at + 1]?.publishedAt.toISOString() ?? null,
        comesBack: publications[at - 1]?.kind === 'withdrawal',
        changes: at === 0 || !state ? [] : differences(stateOf(at - 1), state),
        said: state
          ? {
              stance: state.stance as Stance,
              heldFrom: dayOf(state.heldFrom),
              datePrecision: state.datePrecision as DatePrecision,
              summary: state.summary,
              terms: state.terms,
              citations: citations[at] ?? [],
            }
          : null,
      }
    })
    .reverse()
}
