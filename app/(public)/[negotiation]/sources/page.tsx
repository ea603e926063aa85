import type { Metadata } from 'next'
import { pageHead } from '@/app/page-head'
import { NegotiationNav } from '@/components/site/negotiation-nav'
import { SourcePages } from '@/components/source/source-pages'
import { SourceTable } from '@/components/source/source-table'
import { findOverview } from '@/lib/domain/negotiation/overview'
import { countSources, listSourceRows, SOURCES_IN_PAGE } from '@/lib/domain/source/list-rows'
import { orMoved } from '@/lib/http/or-moved'

export const dynamic = 'force-static'
export const generateStaticParams = () => []

// Up to here all rows are in the page; above it the newest, and the rest is fetched.
const MOST_AT_ONCE = 600

type Props = { params: Promise<{ negotiation: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const overview = await findOverview((await params).negotiation)
  if (!overview) return {}
  const { slug, title } = overview
  return pageHead({
    title: `Sources: ${title}`,
    description: `${await countSources(slug)} articles and documents that the record rests on, with their grades and labels.`,
    path: `/${slug}/sources`,
    picture: { of: slug, alt: `Stances in the ${title}` },
  })
}

export default async function Page({ params }: Props) {
  const overview = await findOverview((await params).negotiation)
  if (!overview) return orMoved(`/${(await params).negotiation}/sources`)
  const { slug, title } = overview
  const total = await countSources(slug)
  const first = await listSourceRows(slug, 0, total > MOST_AT_ONCE ? SOURCES_IN_PAGE : total)
  return (
    <div className="mx-auto max-w-[90rem] px-4 pt-5 sm:px-6 lg:px-10">
      <p className="meta">{title}</p>
      <h1 className="mt-1 text-[2rem]">Sources</h1>
      <NegotiationNav negotiation={slug} title={title} current="sources" />
      <p className="mt-4 max-w-[74ch]">
        The articles and documents that the record rests on. The grade speaks about the channel for the use made of it
        here;{' '}
        <a href="/method" className="quiet-link">
          the method
        </a>{' '}
        says how it is given.
      </p>
      <SourceTable negotiation={slug} first={first} total={total} />
      {first.length < total && <SourcePages negotiation={slug} total={total} inPage={SOURCES_IN_PAGE} />}
    </div>
  )
}
