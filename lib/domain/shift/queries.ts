import 'server-only'
import { published } from '@/lib/db/read'
import { readPage } from '@/lib/domain/entry/page'
import type { Page } from '@/lib/domain/filter/schema'
import { findOverview } from '@/lib/domain/negotiation/overview'
import { type Day, dayOf } from '@/lib/domain/time/day'
import type { ShiftFilter, ShownShift } from './list-schema'
import { type ShiftColumns, type ShiftTable, shiftTableOf } from './table'

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

type Span = { from?: Day; to?: Day; most?: number }

/** The table of shifts: of a span of days, and of these the newest, or all. Null when there is no such negotiation. */
export async function findShiftTable(negotiation: string, { from, to, most }: Span = {}): Promise<ShiftTable | null> {
  // One value: a hundred thousand rows of their own would keep this process busy for longer than the database.
  const [overview, [row]] = await Promise.all([
    findOverview(negotiation),
    published().$queryRaw<{ columns: string }[]>`
      select json_build_object(
        'entry', coalesce(json_agg(entry), '[]'), 'on', coalesce(json_agg(on_day), '[]'),
        'party', coalesce(json_agg(party), '[]'), 'demand', coalesce(json_agg(demand), '[]'),
        'from', coalesce(json_agg(came_from), '[]'), 'to', coalesce(json_agg(stance), '[]'),
        'kind', coalesce(json_agg(kind), '[]'), 'bySource', coalesce(json_agg(by_source), '[]'),
        'speaker', coalesce(json_agg(speaker), '[]'), 'sources', coalesce(json_agg(sources), '[]'))::text as columns
      from published_shifts(${negotiation}, ${from ?? null}::date, ${to ?? null}::date, ${most ?? null}::int)`,
  ])
  return overview && row ? shiftTableOf(overview, JSON.parse(row.columns) as ShiftColumns) : null
}

/** How many shifts each month has that has any, newest first. */
export const listShiftMonths = (negotiation: string) =>
  published().$queryRaw<{ month: string; shifts: number }[]>`select * from published_shift_months(${negotiation})`
