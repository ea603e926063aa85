import type { Metadata } from 'next'
import { pageHead } from '@/app/page-head'
import { EventsPage } from '@/components/event/events-page'
import { findEvents } from '@/lib/domain/event/queries'
import { findOverview } from '@/lib/domain/negotiation/overview'
import { orMoved } from '@/lib/http/or-moved'

export const dynamic = 'force-static'
export const generateStaticParams = () => []

type Props = { params: Promise<{ negotiation: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const overview = await findOverview((await params).negotiation)
  if (!overview) return {}
  const { slug, title } = overview
  return pageHead({
    title: `Events: ${title}`,
    description: 'Talks and documents in order, with what each party shifted between one and the next.',
    path: `/${slug}/events`,
    picture: { of: slug, alt: `Stances in the ${title}` },
    feeds: slug,
  })
}

export default async function Page({ params }: Props) {
  const { negotiation } = await params
  const view = await findEvents(negotiation)
  return view ? <EventsPage view={view} /> : orMoved(`/${negotiation}/events`)
}
