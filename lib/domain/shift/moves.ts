// Every shift of a record, with what it led from and to. Pure.
import { cellKey, entriesByCell } from '@/lib/domain/comparison/build'
import type { PublishedEntry, PublishedRecord } from '@/lib/domain/negotiation/record'
import { shiftsOf } from '@/lib/domain/position/rules'
import type { Stance } from '@/lib/domain/stance/scale'

export type Move = Pick<
  PublishedEntry,
  'id' | 'party' | 'demand' | 'heldFrom' | 'datePrecision' | 'summary' | 'kind' | 'event'
> & {
  /** The party's place in the order of the record, and how both are called. */
  place: number
  partyName: string
  demandTitle: string
  /** Null for the first position in the record. */
  from: Stance | null
  to: Stance
}

/** Newest first; those of one day in the order of the demands. */
export function listMoves(record: PublishedRecord): Move[] {
  const cells = entriesByCell(record.entries)
  const moves = record.demands.flatMap((demand) =>
    record.parties.flatMap((party, place) =>
      shiftsOf(cells.get(cellKey(party.slug, demand.slug)) ?? []).map(
        ({ entry, from }): Move => ({
          id: entry.id,
          party: party.slug,
          demand: demand.slug,
          heldFrom: entry.heldFrom,
          datePrecision: entry.datePrecision,
          summary: entry.summary,
          kind: entry.kind,
          event: entry.event,
          place,
          partyName: party.name,
          demandTitle: demand.title,
          from: from?.stance ?? null,
          to: entry.stance,
        }),
      ),
    ),
  )
  return moves.sort((a, b) => (a.heldFrom > b.heldFrom ? -1 : a.heldFrom < b.heldFrom ? 1 : 0))
}
