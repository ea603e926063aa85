// What the desk shows of imports, as plain data that travels to the browser.
import type { Mapping } from './mapping'
import type { ImportReport } from './report'

export type ImportState = 'open' | 'running' | 'interrupted' | 'done'

export type ImportLine = {
  id: string
  negotiation: string
  fileName: string
  state: ImportState
  entries: number
  faults: number
  recognised: number
  drafts: number
  /** Drafts that are not sent yet. */
  waiting: number
  begunAt: string
}

export type ImportPage = ImportLine & {
  version: number
  rows: number
  progress: number
  problem: string | null
  mapping: Mapping
  /** Null once it is done. */
  columns: string[] | null
  report: ImportReport | null
}

/** An entry that an import brought, wherever it is by now. */
export type BroughtLine = {
  row: number | null
  draft: string | null
  entry: string | null
  party: string
  demand: string
  summary: string
  /** draft, or where its review stands. */
  stage: string
}
