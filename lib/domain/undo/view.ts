// What the desk shows of an undo, as plain data.
import type { Outcome, Scope, UndoStage } from './kinds'

/** An entry as readers see it, in short. */
export type Glimpse = { stance: string; heldFrom: string; summary: string; terms: string | null }

export type UndoLineView = {
  entry: string
  negotiation: string
  party: string
  demand: string
  outcome: Outcome
  now: Glimpse | null
  after: Glimpse | null
  /** Who published what readers see now, as what, and when. */
  last: { kind: string; by: string; at: string }
  openReview: number | null
}

export type Counts = Record<Outcome, number>

export type LinesPage = { lines: UndoLineView[]; page: number; pages: number }

export type UndoPreview = LinesPage & { scope: Scope; counts: Counts; fingerprint: string }

export type UndoSummary = {
  id: number
  scope: Scope
  reason: string
  stage: UndoStage
  entries: number
  proposedBy: string
  proposedAt: string
  decidedBy: string | null
  decidedAt: string | null
}

export type UndoView = UndoSummary &
  LinesPage & {
    version: number
    note: string | null
    counts: Counts
    /** Whether what was proposed is still what would happen. */
    isStale: boolean
    /** Entries whose earlier state this person wrote: somebody else approves. */
    ownLines: number
    isOwn: boolean
    /** A further undo that takes this one back, where there is one under way or done. */
    undoneBy: number | null
  }

/** An import at the desk, by who brought which file. */
export type DeskImportChoice = { id: string; fileName: string; by: string; at: string }

/** An import from the command line: one transaction, one instant. */
export type ImportChoice = { publication: number; at: string; entries: number; negotiation: string }
