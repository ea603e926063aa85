import type { Scope, ScopeKind } from './kinds'

export type StoredScope = {
  scope: string
  scopePerson: string | null
  scopePublicationId: number | null
  scopeUndoId: number | null
  scopeImportId: string | null
  scopeFrom: Date | null
  scopeTo: Date
}

/** The database’s check undo_names_its_scope sees to it that what a kind needs is there, which is why the casts are safe. */
export function scopeOf(row: StoredScope): Scope {
  const kind = row.scope as ScopeKind
  if (kind === 'import') return { kind, publication: row.scopePublicationId as number }
  if (kind === 'desk-import') return { kind, import: row.scopeImportId as string }
  if (kind === 'undo') return { kind, undo: row.scopeUndoId as number }
  return {
    kind,
    person: row.scopePerson as string,
    from: row.scopeFrom?.toISOString() ?? null,
    to: row.scopeTo.toISOString(),
  }
}

/** As it is stored: what is published from now on is not undone. */
export function storedScope(scope: Scope, now: Date): StoredScope {
  const none = {
    scopePerson: null,
    scopePublicationId: null,
    scopeUndoId: null,
    scopeImportId: null,
    scopeFrom: null,
    scopeTo: now,
  }
  if (scope.kind === 'import') return { ...none, scope: scope.kind, scopePublicationId: scope.publication }
  if (scope.kind === 'desk-import') return { ...none, scope: scope.kind, scopeImportId: scope.import }
  if (scope.kind === 'undo') return { ...none, scope: scope.kind, scopeUndoId: scope.undo }
  const to = scope.to === null ? now : new Date(scope.to)
  return {
    ...none,
    scope: scope.kind,
    scopePerson: scope.person,
    scopeFrom: scope.from === null ? null : new Date(scope.from),
    scopeTo: to < now ? to : now,
  }
}
