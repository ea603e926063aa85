import type { Metadata } from 'next'
import { cache } from 'react'
import { pageHead } from '@/app/page-head'
import { SourcePage } from '@/components/source/source-page'
import { findSource } from '@/lib/domain/source/find-source'
import { orMoved } from '@/lib/http/or-moved'

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
    description: `A source of ${view.entries.length === 1 ? '1 entry' : `${view.entries.length} entries`}: the words cited from it and what rests on them.`,
    path: `/sources/${slug}`,
  })
}

export default async function Page({ params }: Props) {
  const view = await find((await params).source)
  if (!view) return orMoved(`/sources/${(await params).source}`)
  return <SourcePage view={view} />
}
