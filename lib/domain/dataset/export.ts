import 'server-only'
import { appClient } from '@/lib/db/client'
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
      const parties = await transaction.party.findMany(here)
      const speakers = await transaction.speaker.findMany({ ...here, include: { party: true } })
      const topics = await transaction.topic.findMany(here)
      const demands = await transaction.publishedDemand.findMany({
        where: { negotiation },
        orderBy: { ordinal: 'asc' },
      })
      const events = await transaction.publishedEvent.findMany({ where: { negotiation }, orderBy: { ordinal: 'asc' } })
      const sources = await transaction.negotiationSource.findMany({
        ...here,
        include: { source: { include: { currentText: true } } },
      })
      const entries = await readEntries(transaction, negotiation)
      const quotes = quotesBySource(entries)
      const attesting = new Set(events.map(({ source }) => source))
      return {
        format: FORMAT,
        negotiation: { slug: head.slug, title: head.title, summary: head.summary, startedOn: dayOf(head.startedOn) },
        parties: parties.map(({ slug, name, shortName, role, note }) => ({ slug, name, shortName, role, note })),
        speakers: speakers.map(({ slug, name, office, party, affiliation }) => ({
          slug,
          name,
          office,
          party: party.slug,
          affiliation,
        })),
        topics: topics.map(({ slug, title }) => ({ slug, title })),
        demands: demands.map(({ slug, topic, title, proposition, raisedBy, lowEnd, highEnd, keywords }) => ({
          slug,
          topic,
          title,
          proposition,
          raisedBy,
          lowEnd,
          highEnd,
          keywords,
        })),
        events: events.map(({ slug, title, startsOn, endsOn, place, participants, kind, source }) => ({
          slug,
          title,
          date: dayOf(startsOn),
          endDate: endsOn && dayOf(endsOn),
          place,
          participants,
          kind,
          source,
        })),
        // What was added at the desk is part of the record once something published rests on it.
        sources: sources
          .filter(({ source }) => source.addedBy === null || quotes.has(source.slug) || attesting.has(source.slug))
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
          })),
        entries: entries.map(({ entry }) => entry),
      } as Dataset
    },
    { isolationLevel: 'RepeatableRead', timeout: 10 * 60_000 },
  )
}

function quotesBySource(entries: Awaited<ReturnType<typeof readEntries>>): Map<string, string[]> {
  const quotes = new Map<string, string[]>()
  for (const { source, quote } of entries.flatMap(({ entry }) => entry.citations))
    quotes.set(source, [...(quotes.get(source) ?? []), quote])
  return quotes
}

/** The bytes of the file: two spaces, a line feed at the end. */
export const formatDataset = (dataset: Dataset): string => `${JSON.stringify(dataset, null, 2)}\n`
