// What a check of an import found; a dry run and the run itself give the same. Pure.
import type { RowFault } from './faults'
import type { Moves } from './moves'

/** An entry that is there already: as a draft, or in the record (under review, published, withdrawn). */
export type Recognised = { row: number; as: 'draft' | 'entry'; id: string; by: 'key' | 'content' }

export type ImportReport = {
  rows: number
  entries: number
  /** Entries without a fault that are not there yet: each becomes a draft. */
  ready: number
  /** Entries with at least one fault. */
  faulty: number
  faults: RowFault[]
  recognised: Recognised[]
  /** What readers would see change if all of the ready ones were published. */
  moves: Moves
}
