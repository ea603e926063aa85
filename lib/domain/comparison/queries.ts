import 'server-only'
import { published } from '@/lib/db/read'
import { findOverview } from '@/lib/domain/negotiation/overview'
import type { Overview } from '@/lib/domain/negotiation/overview-schema'
import type { Stance } from '@/lib/domain/stance/scale'
import { type DatePrecision, type Day, dayOf, daysBetween } from '@/lib/domain/time/day'
import { cellKey, compareWithToday, tableOf } from './build'
import { type Strip, stripOf } from './strip'
import type { Cell, CellPosition, CellState, ComparisonView } from './view'

// By index, and not from all entries: build.ts and strip.ts say what comes out.

/** What published_cells says of a cell that has entries; all of the position is null where nothing was held by the day. */
type Row = {
  party: string
  demand: string
  on_record_only: boolean
  entry: string | null
  stance: Stance
  held_from: Date
  date_precision: DatePrecision
  salience: CellPosition['salience']
  summary: string
  terms: string | null
  since: Date
  since_precision: DatePrecision
  came_from: Stance | null
  turn: string
  shift_on: Date
  shift_precision: DatePrecision
  shift_kind: CellPosition['shift']['kind']
  shift_first: boolean
  shift_entry: string
  entries: number
  sources: number
  reported: boolean
  state_media: boolean
  quotes: string
  now_stance: Stance | null
  now_entry: string
  now_shift: string
}

const EMPTY: Cell = { position: null, today: compareWithToday(null, null) }

/** The table of a day; null when there is no such negotiation. */
export async function findComparison(slug: string, asOf: Day, today: Day): Promise<ComparisonView | null> {
  const [overview, rows] = await Promise.all([
    findOverview(slug),
    published().$queryRaw<Row[]>`select * from published_cells(${slug}, ${asOf}::date, ${today}::date)`,
  ])
  if (!overview) return null
  const cells = new Map<string, Cell>()
  const onRecord = new Map<string, CellState>()
  for (const row of rows) {
    const kept = row.on_record_only ? onRecord : cells
    kept.set(cellKey(row.party, row.demand), stateOf(row, asOf, today))
  }
  // The latest of the whole record is the latest of its cell.
  const last = [...cells.values()]
    .flatMap(({ position }) => position?.heldFrom ?? [])
    .sort()
    .at(-1)
  const days = { asOf, today, known: null, lastEntryOn: last ?? null }
  return tableOf({ ...overview, negotiation: overview }, days, (party, demand) => {
    const cell = cells.get(cellKey(party, demand)) ?? EMPTY
    const qualifying = onRecord.get(cellKey(party, demand))
    return qualifying ? { ...cell, onRecord: qualifying } : cell
  })
}

function stateOf(row: Row, asOf: Day, today: Day): CellState {
  const then = row.entry === null ? null : { stance: row.stance, entry: row.entry, shift: row.shift_entry }
  const now =
    asOf === today ? then : row.now_stance && { stance: row.now_stance, entry: row.now_entry, shift: row.now_shift }
  return {
    position: row.entry === null ? null : positionOf(row, row.entry, asOf),
    today: compareWithToday(then, now),
  }
}

const positionOf = (row: Row, entry: string, asOf: Day): CellPosition => ({
  entry,
  stance: row.stance,
  summary: row.summary,
  terms: row.terms,
  salience: row.salience,
  heldFrom: dayOf(row.held_from),
  datePrecision: row.date_precision,
  since: dayOf(row.since),
  sincePrecision: row.since_precision,
  age: daysBetween(dayOf(row.held_from), asOf),
  sources: row.sources,
  entries: row.entries,
  from: row.came_from,
  turn: row.turn,
  shift: {
    on: dayOf(row.shift_on),
    precision: row.shift_precision,
    kind: row.shift_kind,
    first: row.shift_first,
  },
  reported: row.reported,
  stateMedia: row.state_media,
  quotes: row.quotes,
})

/** The table of a day with its strip of months; null when there is no such negotiation. */
export async function findTable(
  slug: string,
  asOf: Day,
  today: Day,
): Promise<{ view: ComparisonView; strip: Strip } | null> {
  const overview = await findOverview(slug)
  if (!overview) return null
  const [view, strip] = await Promise.all([findComparison(slug, asOf, today), readStrip(overview, today)])
  return view && { view, strip }
}

async function readStrip(overview: Overview, today: Day): Promise<Strip> {
  const days = await published().$queryRaw<{ on_day: Date; entries: number; shifts: boolean }[]>`
    select * from published_days(${overview.slug})`
  const held = days.map(({ on_day, entries, shifts }) => ({ day: dayOf(on_day), entries, shifts }))
  return stripOf({ negotiation: overview, events: overview.events }, held, today)
}
