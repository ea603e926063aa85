import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ReviewPage } from '@/components/review/review-page'
import { listNames } from '@/lib/domain/account/names'
import { roleMay } from '@/lib/domain/account/roles'
import { getReview } from '@/lib/domain/review/queries'
import { orNotFound } from '@/lib/http/or-not-found'
import { requireActor } from '@/lib/http/signed-in'
import { addRemark, approve, askForChanges, assign, reject, retract } from './actions'

export const dynamic = 'force-dynamic'
export const metadata: Metadata = { title: 'Review' }

type Props = { params: Promise<{ id: string }> }

export default async function Page({ params }: Props) {
  const { actor } = await requireActor()
  const { id } = await params
  if (!/^[1-9]\d{0,8}$/.test(id)) notFound()
  const review = await orNotFound(getReview(actor, Number(id)))
  const names = await listNames(actor, [review.author, review.assignee, ...review.steps.map((step) => step.actor)])
  return (
    <ReviewPage
      key={review.version}
      review={review}
      names={names}
      may={{
        decide: roleMay(actor.role, 'review') && !review.own,
        remark: true,
        retract: review.author === actor.id,
      }}
      decisions={{ approve, requestChanges: askForChanges, reject, remark: addRemark, takeOn: assign, retract }}
    />
  )
}
