import 'server-only'
import { createHash } from 'node:crypto'
import type { z } from 'zod'
import { appClient } from '@/lib/db/client'
import { write } from '@/lib/db/write'
import { type Actor, allow } from '@/lib/domain/account/actor'
import { newId } from '@/lib/domain/draft/new-id'
import { DomainError } from '@/lib/domain/error'
import { parse } from '@/lib/domain/parse'
import { checkImport } from './check-import'
import { decodeText } from './decode-text'
import { fitMapping, guessMapping, type Mapping } from './mapping'
import { isOurs } from './our-columns'
import { pack } from './packed'
import { readTable } from './read-table'
import { reportColumns } from './report-columns'
import { beginSchema } from './schema'

const MOST_OPEN = 20

/** The same for the same names, in whatever order they stand; a correction file has those of the file that it corrects. */
export const hashOfColumns = (columns: readonly string[]): string =>
  createHash('sha256')
    .update(JSON.stringify(columns.filter((name) => !isOurs(name)).sort()))
    .digest('hex')

/** Keeps what somebody brought, with its columns mapped as they last mapped them, or as their names say; and checks it. No draft is made yet. */
export async function beginImport(actor: Actor, input: z.input<typeof beginSchema>): Promise<{ id: string }> {
  allow(actor, 'write drafts')
  const { negotiation, fileName, bytes, byScript } = parse(beginSchema, input)
  const text = decodeText(bytes)
  const table = await readTable(text)
  const db = appClient()
  const found = await db.negotiation.findUnique({ where: { slug: negotiation } })
  if (!found) throw new DomainError('NOT_FOUND', 'There is no such negotiation.')
  const kept = await db.importMapping.findUnique({
    where: {
      owner_negotiationId_columns: { owner: actor.id, negotiationId: found.id, columns: hashOfColumns(table.columns) },
    },
  })
  // A script says by the names of its columns what they hold; what somebody chose by hand at the desk is not for it.
  const mapping = kept && !byScript ? fitMapping(kept.mapping as Mapping, table.columns) : guessMapping(table.columns)
  const { report } = await checkImport(db, negotiation, table, mapping)
  const content = await pack(text)
  return write(actor.id, async (transaction, note) => {
    if ((await transaction.import.count({ where: { author: actor.id, state: { not: 'done' } } })) >= MOST_OPEN)
      throw new DomainError('CONFLICT', `You have ${MOST_OPEN} imports that are not done. Finish one or throw it away.`)
    const id = newId(12)
    await transaction.import.create({
      data: {
        id,
        negotiationId: found.id,
        author: actor.id,
        fileName,
        content,
        mapping,
        ...(await reportColumns(report)),
      },
    })
    note({
      action: 'begin import',
      subjectKind: 'import',
      subjectId: id,
      details: { file: fileName, rows: report.rows, faults: report.faults.length },
    })
    return { id }
  })
}
