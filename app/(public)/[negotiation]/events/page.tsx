import type { Metadata } from 'next'
import { pageHead } from '@/app/page-head'
import { EventsPage } from '@/components/event/events-page'
import { buildEvents } from '@/lib/domain/event/build'
import { findRecord } from '@/lib/domain/negotiation/queries'
import { orMoved } from '@/lib/http/or-moved'

export const dynamic = 'force-static'
export const generateStaticParams = () => []

type Props = { params: Promise<{ negotiation: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const record = await findRecord((await params).negotiation)
  if (!record) return {}
  const { slug, title } = record.negotiation
  return pageHead({
    title: `Events: ${title}`,
    description: 'Talks and documents in order, with what each party shifted between one and the next.',
    path: `/${slug}/events`,
    picture: { of: slug, alt: `Stances in the ${title}` },
    feeds: slug,
  })
}

export default async function Page({ params }: Props) {
  const record = await findRecord((await params).negotiation)
  if (!record) return orMoved(`/${(await params).negotiation}/events`)
  return <EventsPage view={buildEvents(record)} />
}
