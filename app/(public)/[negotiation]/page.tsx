import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { pageHead } from '@/app/page-head'
import { ComparisonPage } from '@/components/comparison-table/comparison-page'
import { JsonLd } from '@/components/site/json-ld'
import { describeDataset } from '@/lib/domain/negotiation/dataset-description'
import { findRecord } from '@/lib/domain/negotiation/queries'
import { today } from '@/lib/domain/time/day'
import { siteUrl } from '@/lib/site-url'

export const dynamic = 'force-static'
export const generateStaticParams = () => []

type Props = { params: Promise<{ negotiation: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const record = await findRecord((await params).negotiation)
  if (!record) return {}
  const { slug, title, summary } = record.negotiation
  return pageHead({
    title,
    description: summary,
    path: `/${slug}`,
    picture: { of: slug, alt: `Stances in the ${title}` },
    feeds: slug,
  })
}

export default async function NegotiationPage({ params }: Props) {
  const record = await findRecord((await params).negotiation)
  if (!record) notFound()
  const day = today()
  return (
    <>
      <JsonLd data={describeDataset(record, siteUrl())} />
      <ComparisonPage record={record} asOf={day} today={day} base={`/${record.negotiation.slug}`} />
    </>
  )
}
