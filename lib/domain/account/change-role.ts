import 'server-only'
import { z } from 'zod'
import { write } from '@/lib/db/write'
import { parse } from '@/lib/domain/parse'
import { type Actor, allow } from './actor'
import { changePerson } from './change-person'
import { personId, role, version } from './schema'

const roleSchema = z.strictObject({ person: personId, version, role })

/** Gives somebody another role. It holds from their next request on: their sessions stay, what they may do is read anew every time. */
export async function changeRole(actor: Actor, input: z.input<typeof roleSchema>): Promise<void> {
  allow(actor, 'manage people')
  const { person, version, role } = parse(roleSchema, input)
  await write(actor.id, async (transaction, note) => {
    const before = await changePerson(transaction, { id: person, version }, { role })
    note({ action: 'change role', subjectKind: 'person', subjectId: person, details: { from: before.role, to: role } })
  })
}
