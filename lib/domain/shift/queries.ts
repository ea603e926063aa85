import 'server-only'
import { published } from '@/lib/db/read'
import { readPage } from '@/lib/domain/entry/page'
import type { Page } from '@/lib/domain/filter/schema'
import { findOverview } from '@/lib/domain/negotiation/overview'
import type { Overview } from '@/lib/domain/negotiation/overview-schema'
import type { Stance } from '@/lib/domain/stance/scale'
import { type DatePrecision, type Day, dayOf } from '@/lib/domain/time/day'
import type { ShiftKind } from './kinds'
import type { ShiftFilter, ShownShift } from './list-schema'
import type { Move } from './moves'
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

type MoveRow = Pick<Move, 'party' | 'demand' | 'summary' | 'event'> & {
  entry: string
  held_from: Date
  date_precision: DatePrecision
  kind: ShiftKind | null
  came_from: Stance | null
  stance: Stance
  step: number
  in_step: number
}

/** A shift with the step of events it belongs to, and how many that step has in all; one step where it was not asked by event. */
export type PlacedMove = { move: Move; step: number; inStep: number }

/** The newest shifts of one party or of all: no more than `most` of each step between two events, or of the whole. */
export async function listPlacedMoves(
  { slug, parties, demands }: Pick<Overview, 'slug' | 'parties' | 'demands'>,
  { party = null, byEvent = false, most }: { party?: string | null; byEvent?: boolean; most: number },
): Promise<PlacedMove[]> {
  const rows = await published().$queryRaw<MoveRow[]>`
    select * from published_moves(${slug}, ${party}, ${byEvent}::boolean, ${most}::int)`
  const places = new Map(parties.map((one, at) => [one.slug, at]))
  const titles = new Map(demands.map((one) => [one.slug, one.title]))
  return rows.map((row) => {
    const place = places.get(row.party) ?? 0
    return {
      step: row.step,
      inStep: row.in_step,
      move: {
        ...{
          id: row.entry,
          party: row.party,
          demand: row.demand,
          summary: row.summary,
          kind: row.kind,
          event: row.event,
        },
        heldFrom: dayOf(row.held_from),
        datePrecision: row.date_precision,
        place,
        partyName: parties[place]?.name ?? row.party,
        demandTitle: titles.get(row.demand) ?? row.demand,
        from: row.came_from,
        to: row.stance,
      },
    }
  })
}
