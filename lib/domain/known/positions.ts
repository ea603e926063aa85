// Positions from a record that is at hand, as the interface gives them; from the database they come by index (published_positions). Pure.
import { isOnRecord } from '@/lib/domain/citation/rules'
import { cellKey, entriesByCell } from '@/lib/domain/comparison/build'
import type { PublishedRecord } from '@/lib/domain/negotiation/record'
import { positionOn } from '@/lib/domain/position/rules'
import type { Position } from '@/lib/domain/position/schema'
import { SCALE } from '@/lib/domain/stance/scale'
import type { Day } from '@/lib/domain/time/day'

/** What each party holds on each demand on a day, demand by demand in the order of the table. */
export function positionsOf(record: PublishedRecord, asOf: Day, onRecordOnly: boolean): Position[] {
  const cells = entriesByCell(
    record.entries.filter(
      ({ citations }) => !onRecordOnly || citations.some(({ attribution }) => isOnRecord(attribution)),
    ),
  )
  return record.demands.flatMap((demand) =>
    record.parties.flatMap((party): Position[] => {
      const found = positionOn(cells.get(cellKey(party.slug, demand.slug)) ?? [], asOf)
      if (!found) return []
      const { entry, run, shift } = found
      const [first = entry] = run
      return [
        {
          ...{ demand: demand.slug, party: party.slug, stance: entry.stance, value: SCALE[entry.stance].value },
          ...{ summary: entry.summary, terms: entry.terms, salience: entry.salience },
          ...{ heldFrom: first.heldFrom, datePrecision: first.datePrecision, lastRestated: entry.heldFrom },
          entry: entry.id,
          citations: entry.citations.map(({ source, quote, quoteKind, speaker, attribution, saidOn }) => ({
            ...{ source, quote, quoteKind, speaker, attribution, saidOn },
          })),
          shift: {
            from: shift.from?.stance ?? null,
            to: shift.entry.stance,
            kind: shift.entry.kind,
            basis: shift.entry.shift?.basis ?? null,
            on: shift.entry.heldFrom,
          },
        },
      ]
    }),
  )
}
