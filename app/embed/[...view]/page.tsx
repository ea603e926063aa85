// What other sites show in a frame: /embed/ukraine, /embed/ukraine/DEMAND, each with /on/DAY and /light or /dark behind it.
// The server sends it without any script (lib/http/embed-page.ts).
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { EmbedDemand } from '@/components/embed/embed-demand'
import { EmbedFrame } from '@/components/embed/embed-frame'
import { EmbedTable } from '@/components/embed/embed-table'
import { buildComparison } from '@/lib/domain/comparison/build'
import { buildDemand } from '@/lib/domain/demand/build'
import { type Embed, pageOfEmbed, parseEmbed } from '@/lib/domain/embed/address'
import { recordUpTo } from '@/lib/domain/embed/record-up-to'
import { findRecord } from '@/lib/domain/negotiation/queries'
import type { PublishedRecord } from '@/lib/domain/negotiation/record'
import { today } from '@/lib/domain/time/day'

export const dynamic = 'force-static'
export const generateStaticParams = () => []

type Props = { params: Promise<{ view: string[] }> }

const findEmbed = cache(async (path: string): Promise<{ embed: Embed; record: PublishedRecord } | null> => {
  const embed = parseEmbed(path.split('/'))
  const record = embed && (await findRecord(embed.negotiation))
  if (!embed || !record) return null
  const inTime = embed.on === null || (embed.on <= today() && embed.on >= record.negotiation.startedOn)
  const known = embed.demand === null || record.demands.some(({ slug }) => slug === embed.demand)
  return inTime && known ? { embed, record } : null
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = await findEmbed((await params).view.join('/'))
  if (!found) return {}
  const demand = found.record.demands.find(({ slug }) => slug === found.embed.demand)
  return {
    title: demand ? `${demand.title}: ${found.record.negotiation.title}` : found.record.negotiation.title,
    robots: { index: false },
    alternates: { canonical: pageOfEmbed(found.embed) },
  }
}

export default async function EmbedPage({ params }: Props) {
  const found = await findEmbed((await params).view.join('/'))
  if (!found) notFound()
  const { embed, record } = found
  const now = today()
  const day = embed.on ?? now
  const demand = embed.demand && buildDemand(recordUpTo(record, day), embed.demand, day)
  return (
    <EmbedFrame embed={embed} title={record.negotiation.title} day={day}>
      {demand ? <EmbedDemand view={demand} /> : <EmbedTable view={buildComparison(record, day, now)} />}
    </EmbedFrame>
  )
}
