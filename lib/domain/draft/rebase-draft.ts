import 'server-only'
import { z } from 'zod'
import { write } from '@/lib/db/write'
import { type Actor, allow } from '@/lib/domain/account/actor'
import { DomainError } from '@/lib/domain/error'
import { parse } from '@/lib/domain/parse'
import { draftContentSchema, draftId, version } from './schema'

const rebaseSchema = z.strictObject({ id: draftId, version, content: draftContentSchema })

/** After a merge: the draft goes on from what somebody else made of the entry meanwhile. */
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
    const { count } = await transaction.draft.updateMany({
      where: { id: draft.id, version: merged.version },
      data: {
        content: merged.content,
        baseRevisionId: draft.entry.currentRevisionId,
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
