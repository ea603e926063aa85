import 'server-only'
import { cache } from 'react'
import { published } from '@/lib/db/read'
import type { DatePrecision } from '@/lib/domain/time/day'
import { dayOf } from '@/lib/domain/time/day'
import { findOverview } from './overview'
import type { Overview } from './overview-schema'
import type { PublishedCitation, PublishedEntry, PublishedRecord } from './record'
import type { Negotiation } from './schema'

const maybeDay = (date: Date | null) => (date === null ? null : dayOf(date))

/** Negotiations with at least one published entry, oldest first. */
export async function listNegotiations(): Promise<Negotiation[]> {
  const rows = await published().publishedNegotiation.findMany({ orderBy: [{ startedOn: 'asc' }, { slug: 'asc' }] })
  return rows.map((row) => ({ ...row, startedOn: dayOf(row.startedOn) }))
}

/** Everything that is published of one negotiation; null when there is no such one. Read once for a page and its head. */
export const findRecord = cache(async (slug: string): Promise<PublishedRecord | null> => {
  const overview = await findOverview(slug)
  if (!overview) return null
  const [sources, entries] = await Promise.all([
    listSources({ negotiation: slug }),
    listEntries({ negotiation: slug }, { negotiation: slug }),
  ])
  return recordOf(overview, sources, entries)
})

/**
 * The record with the entries of one demand, one party or one cell alone, and the sources that they cite: what a page about
 * these is made from, however long the others' are.
 */
export const findPart = cache(
  async (slug: string, demand: string | null, party: string | null): Promise<PublishedRecord | null> => {
    const overview = await findOverview(slug)
    if (!overview) return null
    const here = { negotiation: slug, ...(demand ? { demand } : {}), ...(party ? { party } : {}) }
    const ids = await published().publishedEntry.findMany({ where: here, select: { id: true } })
    const { entries, sources } = await findEntries(
      slug,
      ids.map(({ id }) => id),
    )
    return recordOf(overview, sources, entries)
  },
)

/** Some entries of a negotiation, and the sources that they cite. */
export async function findEntries(
  negotiation: string,
  ids: string[],
): Promise<Pick<PublishedRecord, 'entries' | 'sources'>> {
  const entries = await listEntries({ negotiation, id: { in: ids } }, { entry: { in: ids } })
  const cited = new Set(entries.flatMap(({ citations }) => citations.map(({ source }) => source)))
  return { entries, sources: await listSources({ negotiation, slug: { in: [...cited] } }) }
}

function recordOf(overview: Overview, sources: PublishedRecord['sources'], entries: PublishedEntry[]): PublishedRecord {
  const { parties, speakers, topics, demands, events, ...negotiation } = overview
  return { negotiation, parties, speakers, topics, demands, events, sources, entries }
}

async function listSources(where: { negotiation: string; slug?: { in: string[] } }) {
  const rows = await published().publishedSource.findMany({
    where,
    orderBy: { ordinal: 'asc' },
    omit: { negotiation: true, ordinal: true },
  })
  // The database's checks keep these columns to the words of the schemas, which is why the cast is safe.
  return rows.map(({ publishedOn, ...row }) => ({
    ...row,
    published: maybeDay(publishedOn),
  })) as PublishedRecord['sources']
}

async function listEntries(
  where: { negotiation: string; id?: { in: string[] } },
  citedBy: { negotiation: string } | { entry: { in: string[] } },
): Promise<PublishedEntry[]> {
  const db = published()
  const [rows, cited] = await Promise.all([
    db.publishedEntry.findMany({ where, orderBy: [{ ordinal: 'asc' }, { id: 'asc' }] }),
    db.publishedCitation.findMany({ where: citedBy, orderBy: [{ entry: 'asc' }, { ordinal: 'asc' }] }),
  ])
  const citations = new Map<string, PublishedCitation[]>()
  for (const { id: _, negotiation: __, ordinal: ___, entry, saidOn, ...row } of cited) {
    const list = citations.get(entry) ?? []
    list.push({ ...row, saidOn: maybeDay(saidOn) } as PublishedCitation)
    citations.set(entry, list)
  }
  return rows.map(
    ({
      heldFrom,
      datePrecision,
      shiftKind,
      shiftBasis,
      shiftNote,
      publishedAt,
      firstPublishedAt,
      negotiation: _,
      ...row
    }) =>
      ({
        ...row,
        heldFrom: dayOf(heldFrom),
        datePrecision: datePrecision as DatePrecision,
        kind: shiftKind,
        shift: shiftKind === null ? null : { type: shiftKind, basis: shiftBasis, note: shiftNote },
        publishedAt: publishedAt.toISOString(),
        firstPublishedAt: firstPublishedAt.toISOString(),
        citations: citations.get(row.id) ?? [],
      }) as PublishedEntry,
  )
}

/** The negotiation and cell that an entry id belongs to; null when nothing of that id is published. */
export async function findEntryPlace(
  id: string,
): Promise<{ negotiation: string; party: string; demand: string } | null> {
  return published().publishedEntry.findFirst({
    where: { id },
    select: { negotiation: true, party: true, demand: true },
  })
}

/** What is left to say of an entry that was withdrawn: when and why. Null when it was not. */
export async function findTombstone(id: string) {
  const row = await published().tombstone.findFirst({ where: { id } })
  return row && { ...row, withdrawnAt: row.withdrawnAt.toISOString() }
}
