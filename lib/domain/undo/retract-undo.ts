import 'server-only'
import type { z } from 'zod'
import { write } from '@/lib/db/write'
import { type Actor, allow } from '@/lib/domain/account/actor'
import { DomainError } from '@/lib/domain/error'
import { parse } from '@/lib/domain/parse'
import { endUndo, lockUndo } from './open-undo'
import { decideSchema } from './schema'

/** Who proposed an undo takes the proposal back. */
export async function retractUndo(actor: Actor, input: z.input<typeof decideSchema>): Promise<void> {
  allow(actor, 'undo in bulk')
  const asked = parse(decideSchema, input)
  await write(actor.id, async (transaction, note) => {
    const undo = await lockUndo(transaction, asked)
    if (undo.proposedBy !== actor.id)
      throw new DomainError('FORBIDDEN', 'Somebody else proposed this. Approve or reject it.')
    await endUndo(transaction, undo, actor, 'retracted')
    note({ action: 'retract undo', subjectKind: 'undo', subjectId: String(undo.id), details: {} })
  })
}
