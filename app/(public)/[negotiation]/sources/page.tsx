import type { Metadata } from 'next'
import { pageHead } from '@/app/page-head'
import { NegotiationNav } from '@/components/site/negotiation-nav'
import { SourceTable } from '@/components/source/source-table'
import { findRecord } from '@/lib/domain/negotiation/queries'
import { sourceRows } from '@/lib/domain/source/list'
import { orMoved } from '@/lib/http/or-moved'

export const dynamic = 'force-static'
export const generateStaticParams = () => []

type Props = { params: Promise<{ negotiation: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const record = await findRecord((await params).negotiation)
  if (!record) return {}
  const { slug, title } = record.negotiation
  return pageHead({
    title: `Sources: ${title}`,
    description: `${record.sources.length} articles and documents that the record rests on, with their grades and labels.`,
    path: `/${slug}/sources`,
    picture: { of: slug, alt: `Stances in the ${title}` },
  })
}

export default async function Page({ params }: Props) {
  const record = await findRecord((await params).negotiation)
  if (!record) return orMoved(`/${(await params).negotiation}/sources`)
  const { slug, title } = record.negotiation
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
      <SourceTable rows={sourceRows(record)} />
    </div>
  )
}
