import 'server-only'
import { z } from 'zod'
import { write } from '@/lib/db/write'
import { type Actor, allow } from '@/lib/domain/account/actor'
import { parse } from '@/lib/domain/parse'
import { lockReview, refuseOwn, takeStep } from './open-review'
import { atVersion } from './schema'

const takeOnSchema = z.strictObject({ ...atVersion, /** false gives it back to all. */ mine: z.boolean() })

/** Says who looks at a change, so that two do not read the same one. It binds nobody. */
export async function takeOn(actor: Actor, input: z.input<typeof takeOnSchema>): Promise<void> {
  allow(actor, 'review')
  const asked = parse(takeOnSchema, input)
  await write(actor.id, async (transaction, audit) => {
    const review = await lockReview(transaction, asked)
    refuseOwn(review, actor)
    await takeStep(transaction, review, actor, {
      step: 'assigned',
      assignee: asked.mine ? actor.id : null,
      note: asked.mine ? null : 'gave it back',
    })
    audit({
      action: 'take on',
      subjectKind: 'entry',
      subjectId: review.entryId,
      details: { review: review.id, mine: asked.mine },
    })
  })
}
