// The front page. "/" is rewritten to here, so that it too is made at the first request and not by the build.
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { pageHead } from '@/app/page-head'
import { ComparisonPage } from '@/components/comparison-table/comparison-page'
import { NegotiationList } from '@/components/site/negotiation-list'
import { findTable } from '@/lib/domain/comparison/queries'
import { listNegotiations } from '@/lib/domain/negotiation/queries'
import { listLatestMoves } from '@/lib/domain/shift/latest-moves'
import { today } from '@/lib/domain/time/day'

export const dynamic = 'force-static'
export const generateStaticParams = () => []

/** The one negotiation there is; null when there are several, or none. */
const findOnly = cache(async () => {
  const [first, ...more] = await listNegotiations()
  return first && more.length === 0 ? first : null
})

export async function generateMetadata(): Promise<Metadata> {
  const only = await findOnly()
  if (!only) return { title: { absolute: 'Parley: who wants what in a peace negotiation' } }
  const { slug, title, summary } = only
  const picture = { of: slug, alt: `Stances in the ${title}` }
  return {
    ...pageHead({ title, description: summary, path: `/${slug}`, picture, feeds: slug }),
    title: { absolute: `${title} · Parley` },
  }
}

type Props = { params: Promise<{ page: string }> }

export default async function FrontPage({ params }: Props) {
  // Only the rewrite leads here; any other name would be one more copy of the same page.
  if ((await params).page !== 'table') notFound()
  const only = await findOnly()
  const day = today()
  const table = only && (await findTable(only.slug, day, day))
  if (table) return <ComparisonPage {...table} base="/" />
  const negotiations = await listNegotiations()
  const moves = await Promise.all(negotiations.map(async ({ slug }) => [slug, await listLatestMoves(slug)] as const))
  return <NegotiationList negotiations={negotiations} moves={Object.fromEntries(moves)} />
}
