import 'server-only'
import { z } from 'zod'
import { write } from '@/lib/db/write'
import { type Actor, allow } from '@/lib/domain/account/actor'
import { DomainError } from '@/lib/domain/error'
import { parse } from '@/lib/domain/parse'
import { draftId, version } from './schema'

const discardSchema = z.strictObject({ id: draftId, version })

/** Throws a draft away. What it held stays in the audit row, so that a slip can be mended. */
export async function discardDraft(actor: Actor, input: z.input<typeof discardSchema>): Promise<void> {
  allow(actor, 'write drafts')
  const wanted = parse(discardSchema, input)
  await write(actor.id, async (transaction, note) => {
    const draft = await transaction.draft.findFirst({ where: { id: wanted.id, author: actor.id } })
    if (!draft) throw new DomainError('NOT_FOUND', 'This draft is not there any more. It was sent or thrown away.')
    const { count } = await transaction.draft.deleteMany({ where: { id: draft.id, version: wanted.version } })
    if (count === 0)
      throw new DomainError('CONFLICT', 'Another window has written on. Look at it before you throw it away.')
    note({ action: 'discard draft', subjectKind: 'draft', subjectId: draft.id, details: { content: draft.content } })
  })
}
