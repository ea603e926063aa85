import type { Metadata } from 'next'
import { cache } from 'react'
import { pageHead } from '@/app/page-head'
import { DemandPage } from '@/components/demand/demand-page'
import { Wordings } from '@/components/demand/wordings'
import { findDemand } from '@/lib/domain/demand/queries'
import { today } from '@/lib/domain/time/day'
import { listEarlierCoded, listWordings } from '@/lib/domain/wording/queries'
import { orMoved } from '@/lib/http/or-moved'

export const dynamic = 'force-static'
export const generateStaticParams = () => []

type Props = { params: Promise<{ negotiation: string; demand: string }> }

const viewOf = cache((negotiation: string, demand: string) => findDemand(negotiation, demand, today()))

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { negotiation, demand } = await params
  const view = await viewOf(negotiation, demand)
  if (!view) return {}
  return pageHead({
    title: `${view.demand.title}: ${view.negotiation.title}`,
    description: `${view.demand.proposition} Where each party stands on it, since when, and who says so.`,
    path: `/${negotiation}/${demand}`,
    picture: { of: `${negotiation}/${demand}`, alt: `The stances on ${view.demand.title}` },
    feeds: `${negotiation}/demand/${demand}`,
  })
}

export default async function Page({ params }: Props) {
  const { negotiation, demand } = await params
  const view = await viewOf(negotiation, demand)
  if (!view) return orMoved(`/${negotiation}/${demand}`)
  const [wordings, earlier] = await Promise.all([
    listWordings(negotiation, demand),
    listEarlierCoded(view.entries.map(({ id }) => id)),
  ])
  return <DemandPage view={view} wordings={<Wordings wordings={wordings} earlier={earlier} />} />
}
