// Whose names a page about undoing needs.
import type { Scope } from '@/lib/domain/undo/kinds'
import type { UndoLineView, UndoSummary } from '@/lib/domain/undo/view'

const ofScope = (scope: Scope): string[] => ('person' in scope ? [scope.person] : [])

export const namesOfSummary = ({ scope, proposedBy, decidedBy }: UndoSummary): (string | null)[] => [
  ...ofScope(scope),
  proposedBy,
  decidedBy,
]

export const namesOfLines = (scope: Scope, lines: readonly UndoLineView[]): string[] => [
  ...ofScope(scope),
  ...lines.map(({ last }) => last.by),
]
