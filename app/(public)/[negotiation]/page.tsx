import type { Metadata } from 'next'
import { pageHead } from '@/app/page-head'
import { ComparisonPage } from '@/components/comparison-table/comparison-page'
import { JsonLd } from '@/components/site/json-ld'
import { findTable } from '@/lib/domain/comparison/queries'
import { describeDataset } from '@/lib/domain/negotiation/dataset-description'
import { findChangedAt, findOverview } from '@/lib/domain/negotiation/overview'
import { today } from '@/lib/domain/time/day'
import { orMoved } from '@/lib/http/or-moved'
import { siteUrl } from '@/lib/site-url'

export const dynamic = 'force-static'
export const generateStaticParams = () => []

type Props = { params: Promise<{ negotiation: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const overview = await findOverview((await params).negotiation)
  if (!overview) return {}
  const { slug, title, summary } = overview
  return pageHead({
    title,
    description: summary,
    path: `/${slug}`,
    picture: { of: slug, alt: `Stances in the ${title}` },
    feeds: slug,
  })
}

export default async function NegotiationPage({ params }: Props) {
  const { negotiation } = await params
  const day = today()
  const [table, changed] = await Promise.all([findTable(negotiation, day, day), findChangedAt(negotiation)])
  if (!table) return orMoved(`/${negotiation}`)
  return (
    <>
      <JsonLd data={describeDataset(table.view, table.strip.first, changed, siteUrl())} />
      <ComparisonPage {...table} base={`/${negotiation}`} />
    </>
  )
}
