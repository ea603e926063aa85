import 'server-only'
import { appClient } from '@/lib/db/client'
import { type Actor, allow } from '@/lib/domain/account/actor'
import type { DraftContent } from '@/lib/domain/draft/content'
import { DomainError } from '@/lib/domain/error'
import type { Mapping } from './mapping'
import { isRunning, tableOf } from './open-import'
import { unpack } from './packed'
import type { ImportProgress } from './progress'
import type { ImportReport } from './report'
import type { BroughtLine, ImportLine, ImportPage, ImportState } from './view'

const MOST_LISTED = 100

type Row = {
  id: string
  fileName: string
  state: string
  progressAt: Date | null
  entries: number
  faults: number
  recognised: number
  drafts: number
  begunAt: Date
  negotiation: { slug: string }
  _count: { brought: number }
}

const shown = { negotiation: { select: { slug: true } }, _count: { select: { brought: true } } } as const

const stateOf = (row: Row): ImportState =>
  row.state === 'running' && !isRunning(row) ? 'interrupted' : (row.state as ImportState)

const lineOf = (row: Row): ImportLine => ({
  id: row.id,
  negotiation: row.negotiation.slug,
  fileName: row.fileName,
  state: stateOf(row),
  entries: row.entries,
  faults: row.faults,
  recognised: row.recognised,
  drafts: row.drafts,
  waiting: row._count.brought,
  begunAt: row.begunAt.toISOString(),
})

/** One's own imports, the latest first. */
export async function listImports(actor: Actor): Promise<ImportLine[]> {
  allow(actor, 'write drafts')
  const rows = await appClient().import.findMany({
    where: { author: actor.id },
    orderBy: { begunAt: 'desc' },
    take: MOST_LISTED,
    omit: { content: true, report: true },
    include: shown,
  })
  return rows.map(lineOf)
}

/** How many drafts of one's imports wait to be sent. */
export async function countBrought(actor: Actor): Promise<number> {
  allow(actor, 'write drafts')
  return appClient().draft.count({ where: { author: actor.id, importId: { not: null } } })
}

async function findOwn(actor: Actor, id: string) {
  allow(actor, 'write drafts')
  const row = await appClient().import.findFirst({ where: { id, author: actor.id }, include: shown })
  if (!row)
    throw new DomainError('NOT_FOUND', 'This import is not there. It was thrown away, or it is somebody else’s.')
  return row
}

export async function getImport(actor: Actor, id: string): Promise<ImportPage> {
  const row = await findOwn(actor, id)
  return {
    ...lineOf(row),
    version: row.version,
    rows: row.rows,
    progress: row.progress,
    problem: row.problem,
    mapping: row.mapping as Mapping,
    columns: row.content && (await tableOf(row)).columns,
    report: row.report && (JSON.parse(await unpack(row.report)) as ImportReport),
  }
}

/** How far a run is; little to ask, since it is asked often. */
export async function getImportProgress(actor: Actor, id: string): Promise<ImportProgress> {
  allow(actor, 'write drafts')
  const row = await appClient().import.findFirst({
    where: { id, author: actor.id },
    omit: { content: true, report: true },
    include: shown,
  })
  if (!row) throw new DomainError('NOT_FOUND', 'This import is not there.')
  return { state: stateOf(row), done: row.progress, of: Math.max(0, row.entries - row.recognised) }
}

/** The rows of entries that have faults, as they came, with what the last check found; null once it is done. */
export async function getCorrections(actor: Actor, id: string) {
  const row = await findOwn(actor, id)
  const report = row.report && (JSON.parse(await unpack(row.report)) as ImportReport)
  if (!report || !row.content) throw new DomainError('GONE', 'This import is done. What had faults is not kept.')
  return { table: await tableOf(row), mapping: row.mapping as Mapping, report, fileName: row.fileName }
}

const PAGE = 100

/** What an import brought, in the order of its rows: drafts that wait, then what was sent of it. */
export async function listBrought(
  actor: Actor,
  id: string,
  page: number,
): Promise<{ lines: BroughtLine[]; more: boolean }> {
  await findOwn(actor, id)
  const rows = await appClient().$queryRaw<
    {
      row: number | null
      draft: string | null
      entry: string | null
      content: DraftContent | null
      party: string | null
      demand: string | null
      summary: string | null
      stage: string
    }[]
  >`
    select d.import_row as "row", d.id as draft, null as entry, d.content, null as party, null as demand, null as summary, 'draft' as stage
    from draft d where d.import_id = ${id}
    union all
    select null, null, e.id, null, p.slug, m.slug, r.summary,
      coalesce((select v.stage from review v where v.entry_id = e.id order by v.id desc limit 1), 'in-review')
    from revision r join entry e on e.id = r.entry_id join party p on p.id = e.party_id join demand m on m.id = e.demand_id
    where r.import_id = ${id} and r.number = 1
    order by 1 nulls last, 3 limit ${PAGE + 1} offset ${(page - 1) * PAGE}`
  const lines = rows.slice(0, PAGE).map(({ content, ...row }) => ({
    row: row.row,
    draft: row.draft,
    entry: row.entry,
    party: content?.party ?? row.party ?? '',
    demand: content?.demand ?? row.demand ?? '',
    summary: content?.summary ?? row.summary ?? '',
    stage: row.stage,
  }))
  return { lines, more: rows.length > PAGE }
}
