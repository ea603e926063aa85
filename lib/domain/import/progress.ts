import type { ImportState } from './view'

/** How far a run is, in entries. */
export type ImportProgress = { state: ImportState; done: number; of: number }
