import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ComparisonPage } from '@/components/comparison-table/comparison-page'
import { findRecord } from '@/lib/domain/negotiation/queries'
import { today } from '@/lib/domain/time/day'

export const dynamic = 'force-static'
export const generateStaticParams = () => []

type Props = { params: Promise<{ negotiation: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const record = await findRecord((await params).negotiation)
  if (!record) return {}
  const { slug, title, summary } = record.negotiation
  return { title, description: summary, alternates: { canonical: `/${slug}` } }
}

export default async function NegotiationPage({ params }: Props) {
  const record = await findRecord((await params).negotiation)
  if (!record) notFound()
  const day = today()
  return <ComparisonPage record={record} asOf={day} today={day} base={`/${record.negotiation.slug}`} />
}
