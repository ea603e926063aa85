import 'server-only'
import type { Transaction } from '@/lib/db/write'
import { DomainError } from '@/lib/domain/error'
import { isOpen, type Stage, type Step } from './kinds'

type At = { review: number; version: number }

/** The review, locked until the write ends. CONFLICT when it is over, or has moved on since it was read. */
export async function lockReview(transaction: Transaction, { review: id, version }: At) {
  await transaction.$queryRaw`select 1 from review where id = ${id} for update`
  const review = await transaction.review.findUnique({ where: { id }, include: { revision: true } })
  if (!review) throw new DomainError('NOT_FOUND', 'There is no such review.')
  if (!isOpen(review.stage as Stage))
    throw new DomainError('CONFLICT', 'This review is over. Reload the page to see how it ended.')
  if (review.version !== version)
    throw new DomainError(
      'CONFLICT',
      'Something has happened in this review since you opened it. Reload the page and look at it again.',
    )
  return review
}

type Locked = Awaited<ReturnType<typeof lockReview>>

/** Nobody decides about what they wrote: neither the author of the change nor whoever saved its revision. */
export function refuseOwn(review: Locked, actor: { id: string }): void {
  if (review.author === actor.id || review.revision.recordedBy === actor.id)
    throw new DomainError('FORBIDDEN', 'You wrote this. A second person decides about it.')
}

/** One step of a review, and where it stands afterwards. */
export async function takeStep(
  transaction: Transaction,
  review: Locked,
  actor: { id: string },
  { step, note, ...change }: { step: Step; note: string | null; stage?: Stage; assignee?: string | null },
): Promise<void> {
  await transaction.review.update({
    where: { id: review.id },
    data: { ...change, version: { increment: 1 }, changedAt: new Date() },
  })
  await transaction.reviewStep.create({
    data: { reviewId: review.id, revisionId: review.revisionId, step, actor: actor.id, note },
  })
}
