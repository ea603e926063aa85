import 'server-only'
import { correctionLabel } from '@/lib/domain/correction/kinds'
import { listCorrections } from '@/lib/domain/correction/queries'
import type { Correction } from '@/lib/domain/correction/view'
import type { Feed, FeedForm, FeedItem } from './feed'

/** What was changed in the record, newest first, for /feeds/corrections.atom and .json; null for every other address. */
export async function findCorrectionFeed(
  path: readonly string[],
  site: string,
): Promise<{ feed: Feed; form: FeedForm } | null> {
  const form = /^corrections\.(atom|json)$/.exec(path.join('/'))?.[1] as FeedForm | undefined
  if (!form) return null
  const { items } = await listCorrections()
  return {
    form,
    feed: {
      title: 'Parley: corrections',
      self: `${site}/feeds/corrections.${form}`,
      page: `${site}/corrections`,
      updatedAt: items[0]?.at ?? new Date(0).toISOString(),
      items: items.map((item) => toItem(item, site)),
    },
  }
}

const toItem = (item: Correction, site: string): FeedItem => ({
  id: `${site}/e/${item.entry}#publication-${item.id}`,
  url: `${site}/e/${item.entry}`,
  title: `${correctionLabel(item).label}: ${item.party} on ${item.demand}`,
  text: [
    `Reason: ${item.reason}`,
    ...item.changes.map(({ field, before, after }) => `${field}: ${before ?? 'nothing'} → ${after ?? 'nothing'}`),
  ].join('\n'),
  publishedAt: item.at,
  updatedAt: item.at,
  tags: [item.comesBack ? 'back' : item.kind],
})
