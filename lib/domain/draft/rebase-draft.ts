import 'server-only'
import { z } from 'zod'
import { write } from '@/lib/db/write'
import { type Actor, allow } from '@/lib/domain/account/actor'
import { DomainError } from '@/lib/domain/error'
import { parse } from '@/lib/domain/parse'
import { draftContentSchema, draftId, version } from './schema'

const rebaseSchema = z.strictObject({
  id: draftId,
  version,
  content: draftContentSchema,
  /** The number of the revision that it was merged with. */
  revision: z.number().int().min(1),
})

/**
 * After a merge: the draft goes on from what somebody else made of the entry meanwhile. Had it been changed once more, unseen, that change
 * would be written over by the merge: then it is refused.
 */
export async function rebaseDraft(actor: Actor, input: z.input<typeof rebaseSchema>): Promise<{ version: number }> {
  allow(actor, 'write drafts')
  const merged = parse(rebaseSchema, input)
  return write(actor.id, async (transaction, note) => {
    const draft = await transaction.draft.findFirst({
      where: { id: merged.id, author: actor.id },
      include: { entry: true },
    })
    if (!draft) throw new DomainError('NOT_FOUND', 'This draft is not there any more. It was sent or thrown away.')
    if (!draft.entry)
      throw new DomainError('INVALID', 'This draft is of a new entry: there is nothing to merge it with.')
    await transaction.$queryRaw`select 1 from entry where id = ${draft.entry.id} for update`
    const seen = await transaction.entry.findFirst({
      where: { id: draft.entry.id, currentRevision: { number: merged.revision } },
    })
    if (!seen)
      throw new DomainError(
        'CONFLICT',
        'Somebody has changed this entry once more. Your text is kept: look at what stands there now, and choose again.',
      )
    const { count } = await transaction.draft.updateMany({
      where: { id: draft.id, version: merged.version },
      data: {
        content: merged.content,
        baseRevisionId: seen.currentRevisionId,
        version: { increment: 1 },
        savedAt: new Date(),
      },
    })
    if (count === 0)
      throw new DomainError('CONFLICT', 'Another window has written on this draft. Look at it before you merge.')
    note({ action: 'merge draft', subjectKind: 'draft', subjectId: draft.id, details: { before: draft.content } })
    return { version: merged.version + 1 }
  })
}
