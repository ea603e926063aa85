import 'server-only'
import type { z } from 'zod'
import { write } from '@/lib/db/write'
import { type Actor, allow } from '@/lib/domain/account/actor'
import { DomainError } from '@/lib/domain/error'
import { parse } from '@/lib/domain/parse'
import { atImport } from './schema'

/** Throws away the drafts of an import that were not sent. What was sent goes its own way; the same rows can be imported again. */
export async function takeBackDrafts(actor: Actor, input: z.input<typeof atImport>): Promise<{ count: number }> {
  allow(actor, 'write drafts')
  const { id } = parse(atImport, input)
  return write(actor.id, async (transaction, note) => {
    const done = await transaction.import.findFirst({ where: { id, author: actor.id } })
    if (!done) throw new DomainError('NOT_FOUND', 'This import is not there, or it is somebody else’s.')
    const { count } = await transaction.draft.deleteMany({ where: { importId: id, author: actor.id } })
    if (count === 0) throw new DomainError('CONFLICT', 'No draft of this import is left to take back.')
    note({ action: 'take back drafts', subjectKind: 'import', subjectId: id, details: { drafts: count } })
    return { count }
  })
}
