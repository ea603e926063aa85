import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { pageHead } from '@/app/page-head'
import { SourcePage } from '@/components/source/source-page'
import { findSource } from '@/lib/domain/source/find-source'

export const dynamic = 'force-static'
export const generateStaticParams = () => []

type Props = { params: Promise<{ source: string }> }

const find = cache(findSource)

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const view = await find((await params).source)
  if (!view) return {}
  const { slug, title, publisher } = view.source
  return pageHead({
    title: `${title} (${publisher})`,
    description: `A source of ${view.entries.length} entries: the words cited from it and what rests on them.`,
    path: `/sources/${slug}`,
  })
}

export default async function Page({ params }: Props) {
  const view = await find((await params).source)
  if (!view) notFound()
  return <SourcePage view={view} />
}
