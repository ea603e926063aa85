import type { Metadata } from 'next'
import { cache } from 'react'
import { pageHead } from '@/app/page-head'
import { PartyPage } from '@/components/party/party-page'
import { findParty } from '@/lib/domain/party/queries'
import { today } from '@/lib/domain/time/day'
import { orMoved } from '@/lib/http/or-moved'

export const dynamic = 'force-static'
export const generateStaticParams = () => []

type Props = { params: Promise<{ negotiation: string; party: string }> }

const viewOf = cache((negotiation: string, party: string) => findParty(negotiation, party, today()))

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { negotiation, party } = await params
  const view = await viewOf(negotiation, party)
  if (!view) return {}
  return pageHead({
    title: `${view.party.name}: ${view.negotiation.title}`,
    description: `Where ${view.party.name} stands on each of ${view.stances.length} demands, what it asks for, and how it moved.`,
    path: `/${negotiation}/party/${party}`,
    picture: { of: `${negotiation}/party/${party}`, alt: `The stances of ${view.party.name}` },
    feeds: `${negotiation}/party/${party}`,
  })
}

export default async function Page({ params }: Props) {
  const { negotiation, party } = await params
  const view = await viewOf(negotiation, party)
  if (!view) return orMoved(`/${negotiation}/party/${party}`)
  return <PartyPage view={view} />
}
