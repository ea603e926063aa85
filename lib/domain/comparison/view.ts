// What the comparison table shows of a day, as plain data that travels to the browser.
import type { Demand } from '@/lib/domain/demand/schema'
import type { Entry } from '@/lib/domain/entry/schema'
import type { Party } from '@/lib/domain/party/schema'
import type { ShiftKind } from '@/lib/domain/shift/kinds'
import type { Stance } from '@/lib/domain/stance/scale'
import type { DatePrecision, Day } from '@/lib/domain/time/day'
import type { Topic } from '@/lib/domain/topic/schema'

/** One party's position on one demand as of the day. */
export type CellPosition = Pick<Entry, 'stance' | 'summary' | 'terms' | 'salience' | 'heldFrom' | 'datePrecision'> & {
  /** Id of the entry that holds. */
  entry: string
  /** First day of the unbroken run of this stance, and how exactly it is known. */
  since: Day
  sincePrecision: DatePrecision
  /** Whole days from `heldFrom`, when it was last stated, to the day of the table. */
  age: number
  /** Different sources behind the entries of the run. */
  sources: number
  /** Entries of the cell up to the day. */
  entries: number
  /** The stance before the run, and the entry with which the run began; `from` is null when nothing else was held before. */
  from: Stance | null
  turn: string
  /** The latest shift of the cell. `first`: nothing was recorded before it, so nothing is known to have moved. */
  shift: { on: Day; precision: DatePrecision; kind: ShiftKind | null; first: boolean }
  /** Nobody said it on the record: it is reported, leaked or from unnamed sources. */
  reported: boolean
  /** Every source of the entry is state media. */
  stateMedia: boolean
  /** The quotations of the entry, for the filter by words. */
  quotes: string
}

/** A cell on the day, and what the same cell says today: how that differs, and the stance. */
export type CellState = {
  position: CellPosition | null
  today: { stance: Stance | null; since: 'moved' | 'shifted' | 'restated' | 'same' }
}

/** A cell counted from all entries and, where that differs, from those on the record only. */
export type Cell = CellState & { onRecord?: CellState }

export type DemandRow = Omit<Demand, 'keywords'> & { cells: Record<Party['slug'], Cell> }

export type ComparisonView = {
  negotiation: { slug: string; title: string; summary: string }
  /** The day of the table, and the day on which it was made: equal when the table shows the latest. */
  asOf: Day
  today: Day
  /** The day at whose end this site said so, where that is not now. Then it is `today` too. */
  known: Day | null
  lastEntryOn: Day | null
  topics: Topic[]
  parties: Pick<Party, 'slug' | 'name' | 'shortName' | 'role'>[]
  demands: DemandRow[]
}

/** The state of a cell under the reader's choice of entries. */
export const cellState = (cell: Cell, onRecordOnly: boolean): CellState =>
  onRecordOnly ? (cell.onRecord ?? cell) : cell
