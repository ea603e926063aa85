import 'server-only'
import { z } from 'zod'
import { write } from '@/lib/db/write'
import { type Actor, allow } from '@/lib/domain/account/actor'
import { parse } from '@/lib/domain/parse'
import { lockReview, refuseOwn, takeStep } from './open-review'
import { atVersion, note } from './schema'

const rejectSchema = z.strictObject({ ...atVersion, note })

/** Ends a review without publication, and says why. The revision stays in the history of the desk. */
export async function rejectRevision(actor: Actor, input: z.input<typeof rejectSchema>): Promise<void> {
  allow(actor, 'review')
  const asked = parse(rejectSchema, input)
  await write(actor.id, async (transaction, audit) => {
    const review = await lockReview(transaction, asked)
    refuseOwn(review, actor)
    await takeStep(transaction, review, actor, { step: 'rejected', stage: 'rejected', note: asked.note })
    audit({ action: 'reject', subjectKind: 'entry', subjectId: review.entryId, details: { review: review.id } })
  })
}
