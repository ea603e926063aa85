import 'server-only'
import { Prisma } from '@/lib/db/generated/client'
import type { Scope } from './kinds'

/** In SQL: whether the publication `p` is among those that are to be undone. */
export function inside(scope: Scope): Prisma.Sql {
  switch (scope.kind) {
    case 'written':
      // A withdrawal says nothing that the author wrote, and is not undone with it.
      return Prisma.sql`(p.kind <> 'withdrawal' and ${within(scope)}
        and exists (select from revision w where w.id = p.revision_id and w.recorded_by = ${scope.person}))`
    case 'approved':
      return Prisma.sql`(p.published_by = ${scope.person} and ${within(scope)})`
    case 'import':
      // One transaction is one instant: what was published then, and by an import, is what that import brought.
      return Prisma.sql`(p.published_by = 'import'
        and p.published_at = (select one.published_at from publication one where one.id = ${scope.publication} and one.published_by = 'import'))`
    case 'desk-import':
      // It brings new entries. One that was amended under review before it was published is still what the import brought.
      return Prisma.sql`exists (select from revision w where w.import_id = ${scope.import}
        and (w.id = p.revision_id or (w.entry_id = p.entry_id and p.kind = 'first')))`
    case 'undo':
      return Prisma.sql`exists (select from undo_publication u where u.publication_id = p.id and u.undo_id = ${scope.undo})`
  }
}

const within = ({ from, to }: { from: string | null; to: string | null }) =>
  Prisma.sql`p.published_at between ${from ?? '-infinity'}::timestamptz and ${to ?? 'infinity'}::timestamptz`
