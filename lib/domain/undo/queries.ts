import 'server-only'
import { appClient } from '@/lib/db/client'
import type { Prisma } from '@/lib/db/generated/client'
import type { Transaction } from '@/lib/db/write'
import { type Actor, allow } from '@/lib/domain/account/actor'
import { listNames } from '@/lib/domain/account/names'
import { DomainError } from '@/lib/domain/error'
import { parse } from '@/lib/domain/parse'
import type { Scope, UndoStage } from './kinds'
import { countsOf, describeLines } from './lines'
import { changesOf, fingerprintOf, type PlanLine, planUndo } from './plan'
import { scopeSchema } from './schema'
import { scopeOf } from './stored-scope'
import type { DeskImportChoice, ImportChoice, LinesPage, UndoPreview, UndoSummary, UndoView } from './view'

const PAGE = 50

/** First what changes, then what stays as it is. */
async function linesOf(transaction: Transaction, plan: readonly PlanLine[], page: number): Promise<LinesPage> {
  const changes = changesOf(plan)
  const inChanges = new Set(changes)
  const ordered = [...changes, ...plan.filter((line) => !inChanges.has(line))]
  const pages = Math.max(1, Math.ceil(ordered.length / PAGE))
  const at = Math.min(page, pages - 1)
  return { lines: await describeLines(transaction, ordered.slice(at * PAGE, (at + 1) * PAGE)), page: at, pages }
}

/** What undoing would do, as the record stands now. */
export async function previewUndo(actor: Actor, input: Scope, page = 0): Promise<UndoPreview> {
  allow(actor, 'undo in bulk')
  const scope = parse(scopeSchema, input)
  return appClient().$transaction(async (transaction) => {
    const plan = await planUndo(transaction, scope)
    return {
      scope,
      counts: countsOf(plan),
      fingerprint: fingerprintOf(plan),
      ...(await linesOf(transaction, plan, page)),
    }
  })
}

const WITH = { _count: { select: { lines: true } } } satisfies Prisma.UndoInclude

const toSummary = (row: Prisma.UndoGetPayload<{ include: typeof WITH }>): UndoSummary => ({
  id: row.id,
  scope: scopeOf(row),
  reason: row.reason,
  stage: row.stage as UndoStage,
  entries: row._count.lines,
  proposedBy: row.proposedBy,
  proposedAt: row.proposedAt.toISOString(),
  decidedBy: row.decidedBy,
  decidedAt: row.decidedAt?.toISOString() ?? null,
})

const RECENT = 100

/** What waits for a second person, longest first; and what was decided last. */
export async function listUndos(actor: Actor): Promise<{ waiting: UndoSummary[]; decided: UndoSummary[] }> {
  allow(actor, 'undo in bulk')
  const db = appClient()
  const [waiting, decided] = await Promise.all([
    db.undo.findMany({ where: { stage: 'proposed' }, include: WITH, orderBy: { id: 'asc' } }),
    db.undo.findMany({
      where: { stage: { not: 'proposed' } },
      include: WITH,
      orderBy: [{ decidedAt: 'desc' }, { id: 'desc' }],
      take: RECENT,
    }),
  ])
  return { waiting: waiting.map(toSummary), decided: decided.map(toSummary) }
}

/** One undo: while it waits, with what it would do now; afterwards, with what it did. */
export async function getUndo(actor: Actor, id: number, page = 0): Promise<UndoView> {
  allow(actor, 'undo in bulk')
  return appClient().$transaction(async (transaction) => {
    const row = await transaction.undo.findUnique({
      where: { id },
      include: {
        ...WITH,
        undoneBy: { where: { stage: { in: ['proposed', 'done'] } }, orderBy: { id: 'desc' }, take: 1 },
      },
    })
    if (!row) throw new DomainError('NOT_FOUND', 'There is no such undo.')
    const proposed = await proposedLines(transaction, id)
    const now = row.stage === 'proposed' ? await planUndo(transaction, scopeOf(row)) : null
    const isStale = now !== null && fingerprintOf(now) !== fingerprintOf(proposed)
    // What is left alone is said while it can still be thought about.
    const plan = now && !isStale ? now : proposed
    return {
      ...toSummary(row),
      version: row.version,
      note: row.note,
      counts: countsOf(plan),
      isStale,
      ownLines: proposed.filter(({ back }) => back?.author === actor.id).length,
      isOwn: row.proposedBy === actor.id,
      undoneBy: row.undoneBy[0]?.id ?? null,
      ...(await linesOf(transaction, plan, page)),
    }
  })
}

async function proposedLines(transaction: Transaction, undo: number): Promise<PlanLine[]> {
  const lines = await transaction.undoLine.findMany({
    where: { undoId: undo },
    include: { seen: true, back: { include: { revision: { select: { recordedBy: true } } } } },
    orderBy: [{ entry: { negotiationId: 'asc' } }, { entry: { ordinal: 'asc' } }, { entryId: 'asc' }],
  })
  return lines.map(({ entryId, seen, back }) => ({
    entry: entryId,
    outcome: back ? 'correction' : 'withdrawal',
    last: {
      publication: seen.id,
      revision: seen.revisionId,
      kind: seen.kind,
      by: seen.publishedBy,
      at: seen.publishedAt,
    },
    back: back && { publication: back.id, revision: back.revisionId, author: back.revision.recordedBy },
  }))
}

/** How many proposals this person could decide about now. */
export async function countProposedUndos(actor: Actor): Promise<number> {
  allow(actor, 'undo in bulk')
  return appClient().undo.count({ where: { stage: 'proposed', proposedBy: { not: actor.id } } })
}

/** Whose changes, or which import, can be undone. */
export async function listUndoChoices(
  actor: Actor,
): Promise<{ people: { id: string; name: string }[]; imports: ImportChoice[]; deskImports: DeskImportChoice[] }> {
  allow(actor, 'undo in bulk')
  const db = appClient()
  const [people, imports, brought] = await Promise.all([
    db.person.findMany({
      where: { role: { not: 'analyst' } },
      select: { id: true, name: true },
      orderBy: { name: 'asc' },
    }),
    db.$queryRaw<(Omit<ImportChoice, 'at'> & { at: Date })[]>`
      select min(p.id) as publication, p.published_at as at, count(*)::int as entries, min(n.title) as negotiation
      from publication p join negotiation n on n.id = p.negotiation_id
      where p.published_by = 'import'
      group by p.published_at order by p.published_at desc limit 50`,
    db.import.findMany({
      where: { state: 'done', revisions: { some: {} } },
      select: { id: true, fileName: true, author: true, doneAt: true, begunAt: true },
      orderBy: { begunAt: 'desc' },
      take: 50,
    }),
  ])
  const names = await listNames(
    actor,
    brought.map(({ author }) => author),
  )
  const deskImports = brought.map(({ id, fileName, author, doneAt, begunAt }) => ({
    id,
    fileName,
    by: names[author] ?? author,
    at: (doneAt ?? begunAt).toISOString(),
  }))
  return { people, deskImports, imports: imports.map(({ at, ...row }) => ({ ...row, at: at.toISOString() })) }
}
