import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { parseQueue } from '@/components/review/queue-address'
import { QueuePage } from '@/components/review/queue-page'
import { listNames } from '@/lib/domain/account/names'
import { roleMay } from '@/lib/domain/account/roles'
import { listTitles } from '@/lib/domain/negotiation/desk-list'
import { listQueue, QUEUE_PAGE } from '@/lib/domain/review/queries'
import { today } from '@/lib/domain/time/day'
import { requireActor } from '@/lib/http/signed-in'

export const dynamic = 'force-dynamic'
export const metadata: Metadata = { title: 'Queue' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function Page({ searchParams }: Props) {
  const { actor } = await requireActor()
  if (!roleMay(actor.role, 'review')) notFound()
  const given = Object.entries(await searchParams).flatMap(([name, value]) =>
    [value ?? []].flat().map((one) => [name, one]),
  )
  const filter = parseQueue(new URLSearchParams(given))
  const [{ lines, total }, negotiations] = await Promise.all([listQueue(actor, filter, filter.page), listTitles(actor)])
  const names = await listNames(
    actor,
    lines.flatMap(({ author, assignee }) => [author, assignee]),
  )
  return (
    <QueuePage
      filter={filter}
      lines={lines}
      total={total}
      pageSize={QUEUE_PAGE}
      names={names}
      negotiations={negotiations}
      today={today()}
    />
  )
}
