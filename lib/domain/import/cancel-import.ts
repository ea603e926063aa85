import 'server-only'
import type { z } from 'zod'
import { write } from '@/lib/db/write'
import { type Actor, allow } from '@/lib/domain/account/actor'
import { DomainError } from '@/lib/domain/error'
import { parse } from '@/lib/domain/parse'
import { atImport } from './schema'

/** Stops a run at its next step: it leaves no draft. The import is open again, as it was before. */
export async function cancelImport(actor: Actor, input: z.input<typeof atImport>): Promise<void> {
  allow(actor, 'write drafts')
  const { id } = parse(atImport, input)
  await write(actor.id, async (transaction, note) => {
    const { count } = await transaction.import.updateMany({
      where: { id, author: actor.id, state: 'running' },
      data: { state: 'open', problem: 'It was cancelled. Nothing was made.', version: { increment: 1 } },
    })
    if (count === 0) throw new DomainError('CONFLICT', 'This import is not at work any more. Reload the page.')
    note({ action: 'cancel import', subjectKind: 'import', subjectId: id, details: {} })
  })
}
