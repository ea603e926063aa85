import 'server-only'
import { z } from 'zod'
import { appClient } from '@/lib/db/client'
import { type Transaction, write } from '@/lib/db/write'
import { type Actor, allow } from '@/lib/domain/account/actor'
import { newId } from '@/lib/domain/draft/new-id'
import { DomainError } from '@/lib/domain/error'
import { parse } from '@/lib/domain/parse'
import { checkImport, type ReadyEntry } from './check-import'
import { FILING_LOCK } from './filing-lock'
import { claimImport, sayProgress } from './import-progress'
import type { Mapping } from './mapping'
import { tableOf } from './open-import'
import type { ImportReport } from './report'
import { reportColumns } from './report-columns'
import { importId, version } from './schema'

const runSchema = z.strictObject({ id: importId, version })
const AT_ONCE = 250

/**
 * Makes drafts of the entries without a fault, all in one transaction: cancelled or cut off, it leaves nothing. The rows are checked once more in
 * it. Where the record has moved on since they were last checked, nothing is made and the new report is there to be looked at: CONFLICT.
 */
export async function runImport(actor: Actor, input: z.input<typeof runSchema>): Promise<ImportReport> {
  allow(actor, 'write drafts')
  const asked = parse(runSchema, input)
  return finishRun(actor, asked, await claimImport(actor, asked))
}

/** The same for a page: resolves when the run has begun. How it goes, and how it ended, its record says. */
export async function startImport(actor: Actor, input: z.input<typeof runSchema>): Promise<void> {
  allow(actor, 'write drafts')
  const asked = parse(runSchema, input)
  const claimed = await claimImport(actor, asked)
  finishRun(actor, asked, claimed).catch((error: unknown) => {
    if (!(error instanceof DomainError)) console.error(error)
  })
}

async function finishRun(
  actor: Actor,
  asked: z.output<typeof runSchema>,
  claimed: Awaited<ReturnType<typeof claimImport>>,
): Promise<ImportReport> {
  let seen: ImportReport | null = null
  try {
    const table = await tableOf(claimed)
    return await write(actor.id, async (transaction, note) => {
      await transaction.$executeRaw`select pg_advisory_xact_lock(${FILING_LOCK})`
      const { negotiationId, report, ready } = await checkImport(
        transaction,
        claimed.negotiation.slug,
        table,
        claimed.mapping as Mapping,
      )
      seen = report
      refuseIfOther(claimed, report)
      await makeDrafts(transaction, actor, { id: asked.id, negotiationId }, ready)
      const { count } = await transaction.import.updateMany({
        where: { id: asked.id, state: 'running' },
        data: {
          ...(await reportColumns(report)),
          state: 'done',
          content: null,
          drafts: ready.length,
          progress: ready.length,
          doneAt: new Date(),
          version: { increment: 1 },
        },
      })
      if (count === 0) throw cancelled()
      note({
        action: 'run import',
        subjectKind: 'import',
        subjectId: asked.id,
        details: {
          file: claimed.fileName,
          drafts: ready.length,
          recognised: report.recognised.length,
          faulty: report.faulty,
        },
      })
      return report
    })
  } catch (error) {
    await reopen(asked.id, error, seen)
    throw error
  }
}

const cancelled = () => new DomainError('CONFLICT', 'The import was cancelled. Nothing of it was kept.')

function refuseIfOther(before: { faults: number; recognised: number; entries: number }, report: ImportReport): void {
  if (report.ready === 0) throw new DomainError('INVALID', 'There is no entry in it that could become a draft.')
  if (before.faults !== report.faults.length || before.recognised !== report.recognised.length)
    throw new DomainError(
      'CONFLICT',
      'The record has changed since this was checked. Nothing was made; look at the new report.',
    )
}

async function makeDrafts(
  transaction: Transaction,
  actor: Actor,
  { id, negotiationId }: { id: string; negotiationId: number },
  ready: readonly ReadyEntry[],
): Promise<void> {
  const slugs = [...new Set(ready.map(({ content }) => content.citations[0]?.source ?? ''))]
  const sources = await transaction.source.findMany({
    where: { slug: { in: slugs } },
    select: { id: true, slug: true },
  })
  const ids = new Map(sources.map((source) => [source.slug, source.id]))
  for (let from = 0; from < ready.length; from += AT_ONCE) {
    if (!(await sayProgress(id, from))) throw cancelled()
    const rows = ready.slice(from, from + AT_ONCE).map((entry) => ({
      ...entry,
      id: newId(12),
      key: entry.key === '' ? null : entry.key,
      source: ids.get(entry.content.citations[0]?.source ?? '') ?? null,
    }))
    // One parameter for all rows: with one for each cell, most of the time would go into naming them.
    await transaction.$executeRaw`
      insert into draft (id, negotiation_id, author, source_id, content, import_id, import_row, import_key, import_digest)
      select id, ${negotiationId}, ${actor.id}, source, content, ${id}, "row", key, digest
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as t (id text, source int, content jsonb, "row" int, key text, digest text)`
  }
}

/** What was refused is said on its page; the report that was seen last is kept for it. */
async function reopen(id: string, error: unknown, seen: ImportReport | null): Promise<void> {
  const problem =
    error instanceof DomainError ? error.message : 'This could not be done, and the fault is ours. Nothing was made.'
  await appClient()
    .import.updateMany({
      where: { id, state: 'running' },
      data: { ...(seen && (await reportColumns(seen))), state: 'open', problem, version: { increment: 1 } },
    })
    // The database is away, perhaps. The run falls silent, and is taken for interrupted.
    .catch(() => {})
}
