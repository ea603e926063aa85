import 'server-only'
import { DomainError } from '@/lib/domain/error'
import { findChangedAt, getOverview } from '@/lib/domain/negotiation/overview'
import { shiftLabel } from '@/lib/domain/shift/kinds'
import type { ShownShift } from '@/lib/domain/shift/list-schema'
import { listShifts } from '@/lib/domain/shift/queries'
import { SCALE } from '@/lib/domain/stance/scale'
import { formatHeldFrom } from '@/lib/domain/time/day'
import type { Feed, FeedForm, FeedItem } from './feed'

const NEWEST = 50

/** "ukraine.atom", "ukraine/party/russia.json": which shifts are asked for, and in which form. Null when it is none of these. */
export function readFeedPath(path: readonly string[]) {
  const match =
    /^(?<negotiation>[a-z0-9-]{1,80})(?:\/(?<of>party|demand)\/(?<slug>[a-z0-9-]{1,80}))?\.(?<form>atom|json)$/.exec(
      path.join('/'),
    )
  return match?.groups as { negotiation: string; of?: 'party' | 'demand'; slug?: string; form: FeedForm } | undefined
}

export async function getShiftFeed(path: readonly string[], site: string): Promise<{ feed: Feed; form: FeedForm }> {
  const asked = readFeedPath(path)
  if (!asked) throw new DomainError('NOT_FOUND', 'There is no such feed. Feeds end in .atom or .json.')
  const overview = await getOverview(asked.negotiation)
  const parties = new Map(overview.parties.map(({ slug, name }) => [slug, name]))
  const demands = new Map(overview.demands.map(({ slug, title }) => [slug, title]))
  const about = asked.slug && (asked.of === 'party' ? parties : demands).get(asked.slug)
  if (asked.slug && !about)
    throw new DomainError('NOT_FOUND', `There is no ${asked.of} "${asked.slug}" in this negotiation.`)
  const filter = asked.of && asked.slug ? { [asked.of]: [asked.slug] } : {}
  const [{ items }, changedAt] = await Promise.all([
    listShifts(asked.negotiation, { ...filter, sort: '-on', limit: NEWEST }),
    findChangedAt(asked.negotiation),
  ])
  const newest = items
    .map(({ publishedAt }) => publishedAt)
    .sort()
    .at(-1)
  return {
    form: asked.form,
    feed: {
      title: `${overview.title}: ${about ? `shifts, ${about}` : 'shifts'}`,
      self: `${site}/feeds/${path.join('/')}`,
      page: `${site}/${asked.negotiation}`,
      updatedAt: newest ?? (changedAt ?? new Date(0)).toISOString(),
      items: items.map((shift) => toItem(shift, parties.get(shift.party) ?? '', demands.get(shift.demand) ?? '', site)),
    },
  }
}

function toItem(shift: ShownShift, party: string, demand: string, site: string): FeedItem {
  const url = `${site}/e/${shift.entry}`
  const to = SCALE[shift.to].label.toLowerCase()
  const movement =
    shift.from === null
      ? to
      : shift.from === shift.to
        ? `${to}, on other terms`
        : `${SCALE[shift.from].label.toLowerCase()} → ${to}`
  return {
    id: url,
    url,
    title: `${party} on ${demand}: ${movement}`,
    text: [
      `${formatHeldFrom(shift.on, shift.datePrecision)}${shift.kind ? `, ${shiftLabel(shift.kind)}` : ''}. ${shift.summary}`,
      ...(shift.terms ? [`Terms: ${shift.terms}`] : []),
      ...shift.citations.map(({ quote }) => `“${quote}”`),
    ].join('\n'),
    publishedAt: shift.firstPublishedAt,
    updatedAt: shift.publishedAt,
    tags: [shift.party, shift.demand, ...(shift.kind ? [shift.kind] : [])],
  }
}
