import 'server-only'
import { published } from '@/lib/db/read'
import { differences } from './differences'
import type { Correction, CorrectionKind } from './view'

const PAGE = 50

/** What was changed in the record, newest first: one page, and whether there are more. */
export async function listCorrections(page = 0): Promise<{ items: Correction[]; more: boolean }> {
  const db = published()
  const rows = await db.publishedCorrection.findMany({
    orderBy: [{ publishedAt: 'desc' }, { id: 'desc' }],
    skip: page * PAGE,
    take: PAGE + 1,
  })
  const shown = rows.slice(0, PAGE)
  const [present, states, parties, demands] = await Promise.all([
    db.publishedEntry.findMany({ where: { id: { in: shown.map(({ entry }) => entry) } }, select: { id: true } }),
    db.publishedState.findMany({ where: { entry: { in: shown.map(({ entry }) => entry) } } }),
    db.publishedParty.findMany({ where: { negotiation: { in: shown.map(({ negotiation }) => negotiation) } } }),
    db.publishedDemand.findMany({ where: { negotiation: { in: shown.map(({ negotiation }) => negotiation) } } }),
  ])
  const isWithdrawn = (entry: string) => !present.some(({ id }) => id === entry)
  const state = (entry: string, revision: number) =>
    states.find((one) => one.entry === entry && one.revision === revision)
  return {
    more: rows.length > PAGE,
    items: shown.map((row) => ({
      id: row.id,
      negotiation: row.negotiation,
      entry: row.entry,
      party: parties.find((one) => one.negotiation === row.negotiation && one.slug === row.party)?.name ?? row.party,
      demand:
        demands.find((one) => one.negotiation === row.negotiation && one.slug === row.demand)?.title ?? row.demand,
      kind: row.kind as CorrectionKind,
      reason: row.reason,
      at: row.publishedAt.toISOString(),
      comesBack: row.comesBack,
      // The words of a withdrawn entry are not repeated, nor those that it had before it was corrected.
      isWithdrawn: isWithdrawn(row.entry),
      changes: isWithdrawn(row.entry)
        ? []
        : differences(state(row.entry, row.oldRevision), state(row.entry, row.newRevision)),
    })),
  }
}
