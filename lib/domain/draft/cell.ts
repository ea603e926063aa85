// The entries that readers see of one party on one demand, as far as a draft must be compared with them.
import type { ShiftKind } from '@/lib/domain/shift/kinds'
import type { Stance } from '@/lib/domain/stance/scale'
import type { DatePrecision, Day } from '@/lib/domain/time/day'

export type CellEntry = {
  id: string
  party: string
  heldFrom: Day
  datePrecision: DatePrecision
  ordinal: number
  stance: Stance
  terms: string | null
  kind: ShiftKind | null
}

/** The entries of a cell just before and just after a place in it. `ordered` in the order in which they were held, without the entry itself. */
export function neighboursAt(ordered: readonly CellEntry[], heldFrom: Day, ordinal: number) {
  const isBefore = (entry: CellEntry) =>
    entry.heldFrom < heldFrom || (entry.heldFrom === heldFrom && entry.ordinal < ordinal)
  return {
    before: ordered.findLast(isBefore) ?? null,
    after: ordered.find((entry) => !isBefore(entry)) ?? null,
  }
}

/** Of an entry not yet in the record: it comes behind all others of its day. */
export const LAST_OF_ITS_DAY = Number.MAX_SAFE_INTEGER
