import 'server-only'
import type { Transaction } from '@/lib/db/write'
import { dayOf, today } from '@/lib/domain/time/day'
import type { CellEntry } from './cell'
import type { Surroundings } from './rules'

/** Every entry that readers see of one demand, in the order in which it was held. */
export async function listRow(transaction: Transaction, negotiationId: number, demand: string): Promise<CellEntry[]> {
  const rows = await transaction.entry.findMany({
    where: { negotiationId, demand: { slug: demand }, livePublicationId: { not: null } },
    orderBy: [{ liveHeldFrom: 'asc' }, { ordinal: 'asc' }, { id: 'asc' }],
    include: {
      party: { select: { slug: true } },
      livePublication: { select: { revision: { select: { terms: true, datePrecision: true } } } },
    },
  })
  return rows.map(
    (row) =>
      ({
        id: row.id,
        party: row.party.slug,
        heldFrom: dayOf(row.liveHeldFrom as Date),
        datePrecision: row.livePublication?.revision.datePrecision,
        ordinal: row.ordinal,
        stance: row.liveStance,
        terms: row.livePublication?.revision.terms ?? null,
        kind: row.liveShiftKind,
      }) as CellEntry,
  )
}

/** What a draft of this party on this demand must fit; `changes` is the entry that it changes. */
export async function surroundingsOf(
  transaction: Transaction,
  negotiation: { id: number; startedOn: Date },
  { party, demand }: { party: string; demand: string },
  changes: { id: string; ordinal: number } | null,
): Promise<Surroundings> {
  const here = { where: { negotiationId: negotiation.id }, select: { slug: true } }
  const [parties, demands, speakers, events, row] = [
    await transaction.party.findMany({ ...here, where: { ...here.where, mergedIntoId: null } }),
    await transaction.demand.findMany(here),
    await transaction.speaker.findMany(here),
    await transaction.event.findMany(here),
    await listRow(transaction, negotiation.id, demand),
  ]
  const slugs = (list: { slug: string }[]) => list.map(({ slug }) => slug)
  return {
    startedOn: dayOf(negotiation.startedOn),
    today: today(),
    cell: row.filter((entry) => entry.party === party && entry.id !== changes?.id),
    ...(changes && { ordinal: changes.ordinal }),
    parties: slugs(parties),
    demands: slugs(demands),
    speakers: slugs(speakers),
    events: slugs(events),
  }
}
