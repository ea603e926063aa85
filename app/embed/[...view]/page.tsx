// What other sites show in a frame: /embed/ukraine, /embed/ukraine/DEMAND, each with /on/DAY and /light or /dark behind it.
// The server sends it without any script (lib/http/embed-page.ts).
import type { Metadata } from 'next'
import { cache } from 'react'
import { EmbedDemand } from '@/components/embed/embed-demand'
import { EmbedFrame } from '@/components/embed/embed-frame'
import { EmbedTable } from '@/components/embed/embed-table'
import { findComparison } from '@/lib/domain/comparison/queries'
import { buildDemand } from '@/lib/domain/demand/build'
import { type Embed, pageOfEmbed, parseEmbed } from '@/lib/domain/embed/address'
import { recordUpTo } from '@/lib/domain/embed/record-up-to'
import { findOverview } from '@/lib/domain/negotiation/overview'
import type { Overview } from '@/lib/domain/negotiation/overview-schema'
import { findPart } from '@/lib/domain/negotiation/queries'
import { type Day, today } from '@/lib/domain/time/day'
import { orMoved } from '@/lib/http/or-moved'

export const dynamic = 'force-static'
export const generateStaticParams = () => []

type Props = { params: Promise<{ view: string[] }> }

const findEmbed = cache(async (path: string): Promise<{ embed: Embed; overview: Overview } | null> => {
  const embed = parseEmbed(path.split('/'))
  const overview = embed && (await findOverview(embed.negotiation))
  if (!embed || !overview) return null
  const inTime = embed.on === null || (embed.on <= today() && embed.on >= overview.startedOn)
  const known = embed.demand === null || overview.demands.some(({ slug }) => slug === embed.demand)
  return inTime && known ? { embed, overview } : null
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = await findEmbed((await params).view.join('/'))
  if (!found) return {}
  const { title, demands } = found.overview
  const demand = demands.find(({ slug }) => slug === found.embed.demand)
  return {
    title: demand ? `${demand.title}: ${title}` : title,
    robots: { index: false },
    alternates: { canonical: pageOfEmbed(found.embed) },
  }
}

export default async function EmbedPage({ params }: Props) {
  const found = await findEmbed((await params).view.join('/'))
  if (!found) return orMoved(`/embed/${(await params).view.join('/')}`)
  const { embed, overview } = found
  const day = embed.on ?? today()
  return (
    <EmbedFrame embed={embed} title={overview.title} day={day}>
      {embed.demand ? await demandOf(embed.negotiation, embed.demand, embed.on) : await tableOf(embed.negotiation, day)}
    </EmbedFrame>
  )
}

async function tableOf(negotiation: string, day: Day) {
  const view = await findComparison(negotiation, day, day)
  return view && <EmbedTable view={view} />
}

async function demandOf(negotiation: string, demand: string, on: Day | null) {
  const day = on ?? today()
  const record = await findPart(negotiation, demand, null)
  const view = record && buildDemand(recordUpTo(record, day), demand, day)
  return view && <EmbedDemand view={view} on={on} />
}
