import 'server-only'
import type { z } from 'zod'
import { write } from '@/lib/db/write'
import { type Actor, allow } from '@/lib/domain/account/actor'
import { DomainError } from '@/lib/domain/error'
import { parse } from '@/lib/domain/parse'
import { endUndo, lockUndo } from './open-undo'
import { rejectSchema } from './schema'

/** Everything stays as it is; who proposed it reads why. */
export async function rejectUndo(actor: Actor, input: z.input<typeof rejectSchema>): Promise<void> {
  allow(actor, 'undo in bulk')
  const asked = parse(rejectSchema, input)
  await write(actor.id, async (transaction, note) => {
    const undo = await lockUndo(transaction, asked)
    if (undo.proposedBy === actor.id)
      throw new DomainError('FORBIDDEN', 'You proposed this. Take it back, or let a second person decide.')
    await endUndo(transaction, undo, actor, 'rejected', asked.note)
    note({ action: 'reject undo', subjectKind: 'undo', subjectId: String(undo.id), details: { note: asked.note } })
  })
}
