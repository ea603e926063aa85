import 'server-only'
import { z } from 'zod'
import { write } from '@/lib/db/write'
import { parse } from '@/lib/domain/parse'
import { type Actor, allow } from './actor'
import { personName } from './schema'

const renameSchema = z.strictObject({ name: personName })

/** Changes the name by which the others at the desk know somebody. The record names people by their lasting id. */
export async function renameOneself(actor: Actor, input: z.input<typeof renameSchema>): Promise<void> {
  allow(actor, 'enter the desk')
  const { name } = parse(renameSchema, input)
  await write(actor.id, async (transaction, note) => {
    await transaction.person.update({ where: { id: actor.id }, data: { name, updatedAt: new Date() } })
    note({ action: 'rename oneself', subjectKind: 'person', subjectId: actor.id, details: {} })
  })
}
