import 'server-only'
import { published } from '@/lib/db/read'
import { cellKey } from '@/lib/domain/comparison/build'
import { findComparison } from '@/lib/domain/comparison/queries'
import { findOverview } from '@/lib/domain/negotiation/overview'
import { findEntries } from '@/lib/domain/negotiation/queries'
import type { ShiftKind } from '@/lib/domain/shift/kinds'
import type { Stance } from '@/lib/domain/stance/scale'
import { storyEntriesOf } from '@/lib/domain/story/build'
import { type DatePrecision, type Day, dayOf } from '@/lib/domain/time/day'
import { type Dated, demandOf, MOST_IN_FULL, tellNewest } from './build'
import type { DemandView } from './view'

/**
 * The page of a demand: the positions by index, of every entry what the chart shows, and the newest in full. Null when there is no
 * such demand.
 */
export async function findDemand(
  negotiation: string,
  demand: string,
  today: Day,
  most = MOST_IN_FULL,
): Promise<DemandView | null> {
  const overview = await findOverview(negotiation)
  if (!overview) return null
  const [table, lines] = await Promise.all([findComparison(negotiation, today, today), listLines(negotiation, demand)])
  const row = table?.demands.find(({ slug }) => slug === demand)
  const around = { ...overview, negotiation: overview }
  const view = demandOf(around, demand, today, lines, (party) => row?.cells[party]?.position ?? null)
  if (!view) return null
  const { entries, sources } = await findEntries(
    negotiation,
    view.entries.slice(0, most).map(({ id }) => id),
  )
  const tell = storyEntriesOf({ ...around, sources })
  const before = new Map([...lines.values()].flatMap((line) => line.map(({ id }, at) => [id, line[at - 1] ?? null])))
  return {
    ...view,
    newest: tellNewest(
      view,
      most,
      new Map(entries.map((entry) => [entry.id, tell(entry, before.get(entry.id) ?? null)])),
    ),
  }
}

/** The entries of each cell of a row, oldest first. */
async function listLines(negotiation: string, demand: string): Promise<Map<string, Dated[]>> {
  const rows = await published().publishedEntry.findMany({
    where: { negotiation, demand },
    orderBy: [{ heldFrom: 'asc' }, { ordinal: 'asc' }, { id: 'asc' }],
    select: {
      ...{ id: true, party: true, heldFrom: true, datePrecision: true, stance: true, summary: true },
      ...{ shiftKind: true, event: true },
    },
  })
  const lines = new Map<string, Dated[]>()
  for (const { shiftKind, ...row } of rows) {
    const key = cellKey(row.party, demand)
    const line = lines.get(key) ?? []
    lines.set(key, line)
    line.push({
      ...row,
      heldFrom: dayOf(row.heldFrom),
      datePrecision: row.datePrecision as DatePrecision,
      stance: row.stance as Stance,
      kind: shiftKind as ShiftKind | null,
    })
  }
  return lines
}
