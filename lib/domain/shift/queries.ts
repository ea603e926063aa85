import 'server-only'
import { readPage } from '@/lib/domain/entry/page'
import type { Page } from '@/lib/domain/filter/schema'
import { dayOf } from '@/lib/domain/time/day'
import type { ShiftFilter, ShownShift } from './list-schema'

/** Shifts in the order in which they happened, newest first unless asked otherwise. */
export async function listShifts(negotiation: string, filter: ShiftFilter): Promise<Page<ShownShift>> {
  const { items, next } = await readPage(negotiation, true, filter)
  return {
    next,
    items: items.map((row) => ({
      party: row.party,
      demand: row.demand,
      on: dayOf(row.held_from),
      datePrecision: row.date_precision,
      from: row.follows,
      to: row.stance,
      kind: row.shift_kind,
      basis: row.shift_basis,
      note: row.shift_note,
      entry: row.id,
      summary: row.summary,
      terms: row.terms,
      salience: row.salience,
      event: row.event,
      firstPublishedAt: row.first_published_at.toISOString(),
      publishedAt: row.published_at.toISOString(),
      citations: row.citations,
    })),
  }
}
