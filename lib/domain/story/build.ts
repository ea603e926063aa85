import { isOnRecord } from '@/lib/domain/citation/rules'
import { cellKey, entriesByCell } from '@/lib/domain/comparison/build'
import type { PublishedEntry, PublishedRecord } from '@/lib/domain/negotiation/record'
import { isShift } from '@/lib/domain/shift/rules'
import type { Day } from '@/lib/domain/time/day'
import type { StoryCitation, StoryEntry, StoryView } from './view'

/** The story of one cell; null when the demand or the party is not in the record. A cell without entries has an empty story. */
export function buildStory(
  record: PublishedRecord,
  demandSlug: string,
  partySlug: string,
  today: Day,
): StoryView | null {
  const demand = record.demands.find(({ slug }) => slug === demandSlug)
  const party = record.parties.find(({ slug }) => slug === partySlug)
  if (!demand || !party) return null
  const ordered = entriesByCell(record.entries).get(cellKey(partySlug, demandSlug)) ?? []
  const tell = storyEntriesOf(record)
  const entries = ordered.map((entry, at) => tell(entry, ordered[at - 1] ?? null))
  return {
    negotiation: { slug: record.negotiation.slug, title: record.negotiation.title },
    demand,
    party,
    parties: record.parties.map(({ slug, shortName }) => ({ slug, shortName })),
    startedOn: record.negotiation.startedOn,
    today,
    known: null,
    events: record.events.map(({ slug, title, date }) => ({ slug, title, date })),
    entries: entries.reverse(),
  }
}

type Told = Pick<PublishedRecord, 'sources' | 'speakers' | 'events'>

/** How an entry is told, given the one of its cell before it; null when it is the first. */
export function storyEntriesOf(record: Told) {
  const sources = new Map(record.sources.map((source) => [source.slug, source]))
  const speakers = new Map(record.speakers.map((speaker) => [speaker.slug, speaker]))
  const events = new Map(record.events.map((event) => [event.slug, event]))
  return (
    { citations, event, ordinal: _, kind, ...entry }: PublishedEntry,
    previous: Pick<PublishedEntry, 'stance' | 'kind'> | null,
  ): StoryEntry => {
    const occasion = event === null ? undefined : events.get(event)
    return {
      ...entry,
      citations: citations.flatMap(({ source, speaker, ...citation }): StoryCitation[] => {
        const found = sources.get(source)
        return found
          ? [{ ...citation, source: found, speaker: speaker === null ? null : (speakers.get(speaker) ?? null) }]
          : []
      }),
      event: occasion
        ? { slug: occasion.slug, title: occasion.title, date: occasion.date, endDate: occasion.endDate }
        : null,
      from: previous?.stance ?? null,
      isShift: isShift(previous, { stance: entry.stance, kind }),
      onRecord: citations.some(({ attribution }) => isOnRecord(attribution)),
    }
  }
}
