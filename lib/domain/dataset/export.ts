import 'server-only'
import { appClient } from '@/lib/db/client'
import type { Transaction } from '@/lib/db/write'
import { dayOf } from '@/lib/domain/time/day'
import { excerptOf } from './excerpt'
import { readEntries } from './read-entries'
import { type Dataset, FORMAT } from './schema'

/** One negotiation in the file format; importing it again changes nothing. Null when there is no such negotiation. */
export async function exportDataset(negotiation: string): Promise<Dataset | null> {
  // Of one instant: a publication in between must not tear the file.
  return appClient().$transaction(
    async (transaction) => {
      const head = await transaction.negotiation.findUnique({ where: { slug: negotiation } })
      if (!head) return null
      const here = { where: { negotiationId: head.id }, orderBy: { ordinal: 'asc' } } as const
      const ordered = { include: { party: true }, orderBy: { ordinal: 'asc' } } as const
      const parties = await transaction.party.findMany({ ...here, include: { mergedInto: true } })
      const speakers = await transaction.speaker.findMany({ ...here, include: { party: true, mergedInto: true } })
      const topics = await transaction.topic.findMany(here)
      const demands = await transaction.demand.findMany({
        ...here,
        include: { topic: true, raisedBy: ordered, wordings: { orderBy: { number: 'asc' } } },
      })
      const events = await transaction.event.findMany({
        ...here,
        include: { participants: ordered, source: { include: { source: true } } },
      })
      const sources = await transaction.negotiationSource.findMany({
        ...here,
        include: { source: { include: { currentText: true, mergedInto: true } } },
      })
      const entries = await readEntries(transaction, negotiation)
      const quotes = quotesBySource(entries)
      const attesting = new Set(events.map(({ source }) => source?.source.slug))
      const rests = ({ slug, addedBy }: { slug: string; addedBy: string | null }) =>
        addedBy === null || quotes.has(slug) || attesting.has(slug)
      const shown = sources.filter(({ source }) => rests(source))
      const standing = new Set(shown.map(({ source }) => source.mergedInto?.slug))
      const formerly = await readFormerNames(transaction, head.id)
      return {
        format: FORMAT,
        negotiation: {
          ...{ slug: head.slug, title: head.title, summary: head.summary, startedOn: dayOf(head.startedOn) },
          ...formerly('negotiation', head),
        },
        parties: parties.map((row) => ({
          ...{ slug: row.slug, name: row.name, shortName: row.shortName, role: row.role, note: row.note },
          ...formerly('party', row),
          ...mergeOf(row),
        })),
        speakers: speakers.map((row) => ({
          ...{
            slug: row.slug,
            name: row.name,
            office: row.office,
            party: row.party.slug,
            affiliation: row.affiliation,
          },
          ...formerly('speaker', row),
          ...mergeOf(row),
        })),
        topics: topics.map((row) => ({ slug: row.slug, title: row.title, ...formerly('topic', row) })),
        demands: demands.map((row) => ({
          slug: row.slug,
          topic: row.topic.slug,
          title: row.title,
          proposition: row.proposition,
          raisedBy: row.raisedBy.map(({ party }) => party.slug),
          lowEnd: row.lowEnd,
          highEnd: row.highEnd,
          keywords: row.keywords,
          ...formerly('demand', row),
          ...(row.wordings.length > 1 && {
            wordings: row.wordings.map(({ proposition, lowEnd, highEnd, wordedAt, reason }) => ({
              ...{ proposition, lowEnd, highEnd, since: wordedAt.toISOString(), reason },
            })),
          }),
        })),
        events: events.map((row) => ({
          slug: row.slug,
          title: row.title,
          date: dayOf(row.startsOn),
          endDate: row.endsOn && dayOf(row.endsOn),
          place: row.place,
          participants: row.participants.map(({ party }) => party.slug),
          kind: row.kind,
          source: row.source?.source.slug ?? null,
          ...formerly('event', row),
        })),
        // What was added at the desk is part of the record once something published rests on it, or on what it stands for.
        sources: sources
          .filter(({ source }) => rests(source) || standing.has(source.slug))
          .map(({ source }) => ({
            slug: source.slug,
            kind: source.kind,
            publisher: source.publisher,
            publisherFlag: source.publisherFlag,
            title: source.title,
            titleBasis: source.titleBasis,
            url: source.url,
            published: source.publishedOn && dayOf(source.publishedOn),
            publishedBasis: source.publishedBasis,
            language: source.language,
            grade: source.grade,
            excerpt: excerptOf(source.currentText?.text ?? '', quotes.get(source.slug) ?? []),
            note: source.note,
            ...(source.authors !== null && { authors: source.authors }),
            ...(source.archivedUrl !== null && { archivedUrl: source.archivedUrl }),
            ...formerly('source', source),
            ...mergeOf(source),
          })),
        entries: entries.map(({ entry }) => entry),
      } as Dataset
    },
    { isolationLevel: 'RepeatableRead', timeout: 10 * 60_000 },
  )
}

const mergeOf = ({ mergedInto }: { mergedInto: { slug: string } | null }) =>
  mergedInto && { mergedInto: mergedInto.slug }

/** The names that rows of a negotiation had before; nothing for one that has its first. */
async function readFormerNames(transaction: Transaction, negotiationId: number) {
  const rows = await transaction.formerAddress.findMany({
    where: { OR: [{ negotiationId }, { negotiationId: null }] },
    orderBy: { id: 'asc' },
  })
  return (kind: string, { id, slug }: { id: number; slug: string }) => {
    const names = rows.filter((row) => row.kind === kind && row.subjectId === id && row.slug !== slug)
    return names.length > 0 && { formerly: names.map((row) => row.slug) }
  }
}

function quotesBySource(entries: Awaited<ReturnType<typeof readEntries>>): Map<string, string[]> {
  const quotes = new Map<string, string[]>()
  for (const { source, quote } of entries.flatMap(({ entry }) => entry.citations))
    quotes.set(source, [...(quotes.get(source) ?? []), quote])
  return quotes
}

/** The bytes of the file: two spaces, a line feed at the end. */
export const formatDataset = (dataset: Dataset): string => `${JSON.stringify(dataset, null, 2)}\n`
