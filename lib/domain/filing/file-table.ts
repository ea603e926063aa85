import 'server-only'
import { z } from 'zod'
import { appClient } from '@/lib/db/client'
import { type Actor, allow } from '@/lib/domain/account/actor'
import { beginImport } from '@/lib/domain/import/begin-import'
import { checkImport } from '@/lib/domain/import/check-import'
import { decodeText } from '@/lib/domain/import/decode-text'
import { guessMapping } from '@/lib/domain/import/mapping'
import { readTable } from '@/lib/domain/import/read-table'
import type { ImportReport } from '@/lib/domain/import/report'
import { runImport } from '@/lib/domain/import/run-import'
import { parse } from '@/lib/domain/parse'
import { slug } from '@/lib/domain/text/schema'
import { refuseFaults } from './refuse-faults'
import type { filedImportAnswer } from './schema'

const tableSchema = z.strictObject({ negotiation: slug, bytes: z.instanceof(Uint8Array), dryRun: z.boolean() })

/** Imports a table by script: columns by their names, all of it or nothing. A dry run gives the same report and makes nothing. */
export async function fileTable(
  actor: Actor,
  input: z.input<typeof tableSchema>,
): Promise<z.infer<typeof filedImportAnswer>> {
  allow(actor, 'write drafts')
  const { negotiation, bytes, dryRun } = parse(tableSchema, input)
  const table = await readTable(decodeText(bytes))
  const { report } = await checkImport(appClient(), negotiation, table, guessMapping(table.columns))
  if (report.faults.length > 0) throw refuseFaults(report.faults)
  if (dryRun || report.ready === 0) return answerOf(report, null, dryRun)
  const { id } = await beginImport(actor, { negotiation, fileName: 'filed by script', bytes, byScript: true })
  return answerOf(await runImport(actor, { id, version: 1 }), id, false)
}

const answerOf = (report: ImportReport, id: string | null, dryRun: boolean): z.infer<typeof filedImportAnswer> => ({
  import: id,
  dryRun,
  rows: report.rows,
  entries: report.entries,
  drafts: report.ready,
  recognised: report.recognised,
  moves: report.moves.cells,
})
