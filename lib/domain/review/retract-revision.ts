import 'server-only'
import { z } from 'zod'
import { write } from '@/lib/db/write'
import { type Actor, allow } from '@/lib/domain/account/actor'
import { DomainError } from '@/lib/domain/error'
import { parse } from '@/lib/domain/parse'
import { lockReview, takeStep } from './open-review'
import { atVersion } from './schema'

const retractSchema = z.strictObject(atVersion)

/** The author takes a change back before it is decided. */
export async function retractRevision(actor: Actor, input: z.input<typeof retractSchema>): Promise<void> {
  allow(actor, 'send for review')
  const asked = parse(retractSchema, input)
  await write(actor.id, async (transaction, audit) => {
    const review = await lockReview(transaction, asked)
    if (review.author !== actor.id) throw new DomainError('FORBIDDEN', 'Only its author takes a change back.')
    await takeStep(transaction, review, actor, { step: 'retracted', stage: 'retracted', note: null })
    audit({ action: 'retract', subjectKind: 'entry', subjectId: review.entryId, details: { review: review.id } })
  })
}
