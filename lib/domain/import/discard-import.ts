import 'server-only'
import type { z } from 'zod'
import { write } from '@/lib/db/write'
import { type Actor, allow } from '@/lib/domain/account/actor'
import { parse } from '@/lib/domain/parse'
import { getOpenImport } from './open-import'
import { atImport } from './schema'

/** Throws away an import that has brought nothing yet. */
export async function discardImport(actor: Actor, input: z.input<typeof atImport>): Promise<void> {
  allow(actor, 'write drafts')
  const { id } = parse(atImport, input)
  await write(actor.id, async (transaction, note) => {
    await transaction.$queryRaw`select 1 from import where id = ${id} for update`
    const open = await getOpenImport(actor, id, transaction)
    await transaction.import.delete({ where: { id } })
    note({ action: 'discard import', subjectKind: 'import', subjectId: id, details: { file: open.fileName } })
  })
}
