import 'server-only'
import type { z } from 'zod'
import { appClient } from '@/lib/db/client'
import { write } from '@/lib/db/write'
import { type Actor, allow } from '@/lib/domain/account/actor'
import { DomainError, type Fault } from '@/lib/domain/error'
import { parse } from '@/lib/domain/parse'
import { hashOfColumns } from './begin-import'
import { checkImport } from './check-import'
import { IMPORT_FIELD_LABELS } from './fields'
import { fitMapping, type Mapping } from './mapping'
import { getOpenImport, tableOf } from './open-import'
import { reportColumns } from './report-columns'
import { mapSchema } from './schema'

/** Says which column holds which field, checks anew, and remembers it for the next table with these columns. */
export async function mapImport(actor: Actor, input: z.input<typeof mapSchema>): Promise<{ version: number }> {
  allow(actor, 'write drafts')
  const { id, version, mapping } = parse(mapSchema, input)
  const open = await getOpenImport(actor, id)
  const table = await tableOf(open)
  refuseTwice(mapping)
  const fitting = fitMapping(mapping, table.columns)
  const { report } = await checkImport(appClient(), open.negotiation.slug, table, fitting)
  const columns = await reportColumns(report)
  return write(actor.id, async (transaction, note) => {
    const { count } = await transaction.import.updateMany({
      where: { id, author: actor.id, version, state: { not: 'done' } },
      data: { ...columns, mapping: fitting, state: 'open', problem: null, version: { increment: 1 } },
    })
    if (count === 0)
      throw new DomainError(
        'CONFLICT',
        'This import was changed in another window. Reload the page and look at it again.',
      )
    const at = { owner: actor.id, negotiationId: open.negotiationId, columns: hashOfColumns(table.columns) }
    await transaction.importMapping.upsert({
      where: { owner_negotiationId_columns: at },
      create: { ...at, mapping: fitting },
      update: { mapping: fitting, keptAt: new Date() },
    })
    note({ action: 'map import', subjectKind: 'import', subjectId: id, details: { mapping: fitting } })
    return { version: version + 1 }
  })
}

function refuseTwice(mapping: Mapping): void {
  const faults: Fault[] = []
  const taken = new Map<string, string>()
  for (const [field, column] of Object.entries(mapping)) {
    const { label } = IMPORT_FIELD_LABELS[field as keyof Mapping]
    const other = taken.get(column)
    if (other) faults.push({ at: field, text: `“${column}” is chosen for ${other} already.` })
    else taken.set(column, label)
  }
  if (faults.length > 0) throw new DomainError('INVALID', 'One column cannot hold two fields.', faults)
}
