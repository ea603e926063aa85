import 'server-only'
import { z } from 'zod'
import { type Transaction, write } from '@/lib/db/write'
import { type Actor, allow } from '@/lib/domain/account/actor'
import { contentOfRevision } from '@/lib/domain/draft/revision-content'
import { issuesOf } from '@/lib/domain/draft/rules'
import { surroundingsOf } from '@/lib/domain/draft/surroundings'
import { DomainError } from '@/lib/domain/error'
import { parse } from '@/lib/domain/parse'
import { lockReview, refuseOwn, takeStep } from './open-review'
import { atVersion, note } from './schema'

const approveSchema = z.strictObject({ ...atVersion, note: note.nullable() })

/** Publishes the revision under review: from this moment on readers see it. Never by whoever wrote it; the database refuses that too. */
export async function approveRevision(actor: Actor, input: z.input<typeof approveSchema>): Promise<{ entry: string }> {
  allow(actor, 'review')
  const asked = parse(approveSchema, input)
  return write(actor.id, async (transaction, audit) => {
    await lockCell(transaction, asked.review)
    const review = await lockReview(transaction, asked)
    refuseOwn(review, actor)
    if (review.stage !== 'in-review')
      throw new DomainError(
        'CONFLICT',
        'Changes were asked for: there is nothing to approve until the author sends it again.',
      )
    await refuseWhatNoLongerFits(transaction, review)
    await transaction.publication.create({
      data: {
        negotiationId: review.negotiationId,
        entryId: review.entryId,
        revisionId: review.revisionId,
        kind: review.kind,
        reason: review.reason,
        publishedBy: actor.id,
      },
    })
    await takeStep(transaction, review, actor, { step: 'approved', stage: 'approved', note: asked.note })
    audit({
      action: 'publish',
      subjectKind: 'entry',
      subjectId: review.entryId,
      details: { review: review.id, revision: review.revision.number, kind: review.kind },
    })
    return { entry: review.entryId }
  })
}

/**
 * Of two approvals in one cell the second waits, and then sees what the first has made of the record. Before the review, as in
 * send-for-review.ts, and by id, as in approve-undo.ts, so that nobody waits for somebody who waits for them.
 */
async function lockCell(transaction: Transaction, review: number) {
  await transaction.$queryRaw`
    select 1 from entry where (negotiation_id, party_id, demand_id) =
      (select e.negotiation_id, e.party_id, e.demand_id from review r join entry e on e.id = r.entry_id where r.id = ${review})
    order by id for update`
}

/** The record may have moved on since it was sent: another entry of the cell may now come before it. */
async function refuseWhatNoLongerFits(transaction: Transaction, review: Awaited<ReturnType<typeof lockReview>>) {
  const negotiation = await transaction.negotiation.findUniqueOrThrow({ where: { id: review.negotiationId } })
  const entry = await transaction.entry.findUniqueOrThrow({ where: { id: review.entryId } })
  const content = await contentOfRevision(transaction, review.revisionId)
  const issues = issuesOf(content, await surroundingsOf(transaction, negotiation, content, entry))
  if (issues.length > 0)
    throw new DomainError(
      'INVALID',
      'The entry does not fit the record as it stands now. Ask the author for changes.',
      issues,
    )
}
