import 'server-only'
import { z } from 'zod'
import { write } from '@/lib/db/write'
import { type Actor, allow } from '@/lib/domain/account/actor'
import { parse } from '@/lib/domain/parse'
import { lockReview, refuseOwn, takeStep } from './open-review'
import { atVersion, note } from './schema'

const requestSchema = z.strictObject({ ...atVersion, note })

/** Gives a change back to its author, with what should be otherwise. */
export async function requestChanges(actor: Actor, input: z.input<typeof requestSchema>): Promise<void> {
  allow(actor, 'review')
  const asked = parse(requestSchema, input)
  await write(actor.id, async (transaction, audit) => {
    const review = await lockReview(transaction, asked)
    refuseOwn(review, actor)
    await takeStep(transaction, review, actor, {
      step: 'changes-requested',
      stage: 'changes-requested',
      note: asked.note,
    })
    audit({
      action: 'request changes',
      subjectKind: 'entry',
      subjectId: review.entryId,
      details: { review: review.id },
    })
  })
}
