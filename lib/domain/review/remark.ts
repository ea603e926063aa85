import 'server-only'
import { z } from 'zod'
import { write } from '@/lib/db/write'
import { type Actor, allow } from '@/lib/domain/account/actor'
import { roleMay } from '@/lib/domain/account/roles'
import { DomainError } from '@/lib/domain/error'
import { parse } from '@/lib/domain/parse'
import { lockReview, takeStep } from './open-review'
import { atVersion, note } from './schema'

const remarkSchema = z.strictObject({ ...atVersion, note })

/** The discussion of a review: between its author and those who may decide. */
export async function remark(actor: Actor, input: z.input<typeof remarkSchema>): Promise<void> {
  allow(actor, 'send for review')
  const asked = parse(remarkSchema, input)
  await write(actor.id, async (transaction, audit) => {
    const review = await lockReview(transaction, asked)
    if (review.author !== actor.id && !roleMay(actor.role, 'review'))
      throw new DomainError('FORBIDDEN', 'Its author and editors discuss a change.')
    await takeStep(transaction, review, actor, { step: 'remark', note: asked.note })
    audit({ action: 'remark', subjectKind: 'entry', subjectId: review.entryId, details: { review: review.id } })
  })
}
