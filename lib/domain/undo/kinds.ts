// Undoing many changes in one step, in words. Without zod, for the browser.

export const SCOPE_KINDS = ['written', 'approved', 'import', 'desk-import', 'undo'] as const
export type ScopeKind = (typeof SCOPE_KINDS)[number]

/** What is to be undone. Instants are ISO 8601; null is open. */
export type Scope =
  | { kind: 'written' | 'approved'; person: string; from: string | null; to: string | null }
  /** An import from the command line, by any one of its publications: they have one instant. */
  | { kind: 'import'; publication: number }
  | { kind: 'desk-import'; import: string }
  | { kind: 'undo'; undo: number }

export const UNDO_STAGES = ['proposed', 'done', 'rejected', 'retracted'] as const
export type UndoStage = (typeof UNDO_STAGES)[number]

export const UNDO_STAGE_LABELS: Record<UndoStage, string> = {
  proposed: 'Waits for a second person',
  done: 'Done',
  rejected: 'Rejected',
  retracted: 'Taken back',
}

export type Outcome =
  /** An earlier revision comes back. */
  | 'correction'
  | 'withdrawal'
  /** Somebody changed the entry afterwards: it stays as it is. */
  | 'later'
  /** Readers would see the same as now. */
  | 'same'

export const changesSomething = (outcome: Outcome): boolean => outcome === 'correction' || outcome === 'withdrawal'
