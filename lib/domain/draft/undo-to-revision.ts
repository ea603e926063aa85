import 'server-only'
import { z } from 'zod'
import { write } from '@/lib/db/write'
import { type Actor, allow } from '@/lib/domain/account/actor'
import { DomainError } from '@/lib/domain/error'
import { parse } from '@/lib/domain/parse'
import { findFirstCited } from './cited-articles'
import { newId } from './new-id'
import { contentOfRevision } from './revision-content'

const undoSchema = z.strictObject({ entry: z.string().max(40), revision: z.number().int().min(1) })

/** Begins a change that takes an entry back to an earlier saved state. It is a draft like any other, and goes the same way to readers. */
export async function undoToRevision(actor: Actor, input: z.input<typeof undoSchema>): Promise<{ id: string }> {
  allow(actor, 'write drafts')
  const wanted = parse(undoSchema, input)
  return write(actor.id, async (transaction, note) => {
    await transaction.$queryRaw`select 1 from entry where id = ${wanted.entry} for update`
    const revision = await transaction.revision.findUnique({
      where: { entryId_number: { entryId: wanted.entry, number: wanted.revision } },
      include: { entry: true },
    })
    if (!revision?.entry.currentRevisionId)
      throw new DomainError('NOT_FOUND', `There is no revision ${wanted.revision} of this entry.`)
    const open = await transaction.draft.findUnique({
      where: { author_entryId: { author: actor.id, entryId: wanted.entry } },
    })
    if (open)
      throw new DomainError(
        'CONFLICT',
        'You are writing a change to this entry already. Send it or throw it away first.',
      )
    const id = newId(12)
    await transaction.draft.create({
      data: {
        id,
        negotiationId: revision.negotiationId,
        author: actor.id,
        sourceId: await findFirstCited(transaction, revision.id),
        entryId: wanted.entry,
        baseRevisionId: revision.entry.currentRevisionId,
        content: await contentOfRevision(transaction, revision.id),
      },
    })
    note({
      action: 'undo to revision',
      subjectKind: 'entry',
      subjectId: wanted.entry,
      details: { revision: wanted.revision },
    })
    return { id }
  })
}
