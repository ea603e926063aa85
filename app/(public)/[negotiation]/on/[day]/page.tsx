import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { pageHead } from '@/app/page-head'
import { ComparisonPage } from '@/components/comparison-table/comparison-page'
import { findTable } from '@/lib/domain/comparison/queries'
import { findOverview } from '@/lib/domain/negotiation/overview'
import { formatDay, isDay, today } from '@/lib/domain/time/day'
import { orMoved } from '@/lib/http/or-moved'

export const dynamic = 'force-static'
export const generateStaticParams = () => []

type Props = { params: Promise<{ negotiation: string; day: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { negotiation, day } = await params
  if (!isDay(day)) return {}
  const overview = await findOverview(negotiation)
  if (!overview) return {}
  const { slug, title, summary } = overview
  return pageHead({
    title: `${title} on ${formatDay(day)}`,
    description: summary,
    path: `/${slug}/on/${day}`,
    picture: { of: slug, alt: `Stances in the ${title}` },
  })
}

/** The table as it stood on a day from the start of the negotiation to today. */
export default async function DayPage({ params }: Props) {
  const { negotiation, day } = await params
  const now = today()
  if (!isDay(day) || day > now) notFound()
  const overview = await findOverview(negotiation)
  const table = overview && day >= overview.startedOn ? await findTable(negotiation, day, now) : null
  if (!table) return orMoved(`/${negotiation}/on/${day}`)
  return <ComparisonPage {...table} base={`/${negotiation}`} />
}
