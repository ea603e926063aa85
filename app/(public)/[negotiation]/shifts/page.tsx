import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { pageHead } from '@/app/page-head'
import { Shifts } from '@/components/shifts/shifts'
import { NegotiationNav } from '@/components/site/negotiation-nav'
import { findOverview } from '@/lib/domain/negotiation/overview'
import { findShiftTable, listShiftMonths } from '@/lib/domain/shift/queries'
import { formatMonth } from '@/lib/domain/time/day'
import { orMoved } from '@/lib/http/or-moved'

export const dynamic = 'force-static'
export const generateStaticParams = () => []

type Props = { params: Promise<{ negotiation: string }> }

// Up to here all rows are in the page; above it the newest, and the rest is fetched.
const MOST_IN_PAGE = 400
const FIRST = 60

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const overview = await findOverview((await params).negotiation)
  if (!overview) return {}
  const { slug, title } = overview
  return pageHead({
    title: `Shifts · ${title}`,
    description: `Every dated shift of a party’s stance in ${title}, with its kind, who says that it is one, and its sources.`,
    path: `/${slug}/shifts`,
    picture: { of: slug, alt: `Stances in the ${title}` },
    feeds: slug,
  })
}

export default async function ShiftsPage({ params }: Props) {
  const overview = await findOverview((await params).negotiation)
  if (!overview) return orMoved(`/${(await params).negotiation}/shifts`)
  const { slug, title } = overview
  const months = await listShiftMonths(slug)
  const total = months.reduce((sum, { shifts }) => sum + shifts, 0)
  const first = await findShiftTable(slug, { most: total > MOST_IN_PAGE ? FIRST : total })
  if (!first) notFound()
  return (
    <div className="mx-auto max-w-[90rem] px-4 pt-6 sm:px-6 sm:pt-8 lg:px-10">
      <h1 className="text-[1.75rem] sm:text-[2rem]">Shifts · {title}</h1>
      <p className="mt-1.5 max-w-[74ch] text-muted">
        Every time a party took a position, or changed its stance or its terms, newest first. Restatements are not
        shifts. A kind is the coder’s reading unless the source itself calls it a change.
      </p>
      <NegotiationNav negotiation={slug} title={title} current="shifts" />
      <Shifts negotiation={slug} first={first} total={total} />
      <details className="mt-6">
        <summary className="cursor-pointer">Month by month</summary>
        <ul className="mt-2 flex flex-wrap gap-x-4 gap-y-1">
          {months.map(({ month }) => (
            <li key={month}>
              <Link href={`/${slug}/shifts/${month}`} prefetch={false} className="quiet-link">
                {formatMonth(month)}
              </Link>
            </li>
          ))}
        </ul>
      </details>
    </div>
  )
}
