import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { parseActivity } from '@/components/activity/activity-address'
import { ActivityPage } from '@/components/activity/activity-page'
import { listNames } from '@/lib/domain/account/names'
import { roleMay } from '@/lib/domain/account/roles'
import { listActivity, listActors } from '@/lib/domain/activity/queries'
import { orNotFound } from '@/lib/http/or-not-found'
import { requireActor } from '@/lib/http/signed-in'
import '@/components/review/review.css'

export const dynamic = 'force-dynamic'
export const metadata: Metadata = { title: 'Activity' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function Page({ searchParams }: Props) {
  const { actor } = await requireActor()
  if (!roleMay(actor.role, 'read the activity log')) notFound()
  const query = new URLSearchParams(
    Object.entries(await searchParams).flatMap(([name, value]) => [value ?? []].flat().map((one) => [name, one])),
  )
  const { filter, cursor } = parseActivity(query)
  const [{ items, next }, people] = await Promise.all([
    orNotFound(listActivity(actor, filter, cursor)),
    listActors(actor),
  ])
  const names = await listNames(
    actor,
    items.map((row) => row.actor),
  )
  return (
    <ActivityPage
      filter={filter}
      isFirstPage={cursor === null}
      rows={items}
      next={next}
      people={people}
      names={names}
    />
  )
}
