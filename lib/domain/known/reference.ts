// Reference data as readers were told it at the end of a day: from its states, with the names, the order and the merges of then. Pure.
import type { Overview } from '@/lib/domain/negotiation/overview-schema'
import type { PublishedSource } from '@/lib/domain/source/schema'

/** A row of reference data as it was; its columns by the names that they have in the database. */
export type State = { kind: string; subject_id: number; said: Said }
type Said = Record<string, unknown> & { merged_into_id?: number | null; ordinal?: number }

export type KnownReference = {
  overview: Overview
  /** By id, what a row was called then; one that was merged, as the one that stood for it. Null where it was not there. */
  slugOf: (kind: 'party' | 'demand' | 'event' | 'speaker' | 'source', id: number | null) => string | null
  /** The ids behind a name of then: its own, and those of what was merged into it. Empty where nothing was called so. */
  idsOf: (kind: 'party' | 'demand', slug: string) => number[]
  sources: PublishedSource[]
  /** Which parties and sources stood for which, and which publishers were state media: what figures by index depend on. */
  figures: Map<string, string>
  /** What every row was called, and which stood for it. */
  names: Map<string, string>
}

/** Null where the negotiation was not there yet. */
export function readReference(states: readonly State[]): KnownReference | null {
  const of = (kind: string): Rows =>
    new Map(states.filter((state) => state.kind === kind).map(({ subject_id, said }) => [subject_id, said]))
  const [head] = of('negotiation').values()
  if (!head) return null
  const [parties, speakers, topics, demands, events, sources] = (
    ['party', 'speaker', 'topic', 'demand', 'event', 'source'] as const
  ).map(of) as [Rows, Rows, Rows, Rows, Rows, Rows]
  const kinds = { party: parties, speaker: speakers, demand: demands, event: events, source: sources }

  const standing = (found: Rows, id: number): Said | undefined => {
    const row = found.get(id)
    return row?.merged_into_id ? (found.get(row.merged_into_id) ?? row) : row
  }
  const slugOf: KnownReference['slugOf'] = (kind, id) =>
    id === null ? null : ((standing(kinds[kind], id)?.slug as string | undefined) ?? null)
  const namesOf = (ids: unknown) => [...new Set((ids as number[]).flatMap((id) => slugOf('party', id) ?? []))]
  return {
    slugOf,
    idsOf: (kind, slug) => [...kinds[kind].keys()].filter((id) => slugOf(kind, id) === slug),
    sources: [...sources.values()].filter(stands).map(sourceOf),
    figures: figuresOf(parties, sources),
    names: new Map(
      states.map(({ kind, subject_id, said: { slug, merged_into_id } }) => [
        `${kind} ${subject_id}`,
        `${slug} ${merged_into_id ?? ''}`,
      ]),
    ),
    overview: {
      slug: head.slug,
      title: head.title,
      summary: head.summary,
      startedOn: head.started_on,
      parties: shown(parties).map(({ slug, name, short_name: shortName, role, note }) => ({
        ...{ slug, name, shortName, role, note },
      })),
      speakers: shown(speakers).map(({ slug, name, office, party_id, affiliation }) => ({
        ...{ slug, name, office, affiliation },
        party: slugOf('party', party_id as number),
      })),
      topics: shown(topics).map(({ slug, title }) => ({ slug, title })),
      demands: shown(demands).map(({ slug, topic_id, title, proposition, keywords, raised_by, ...row }) => ({
        ...{ slug, title, proposition, keywords },
        topic: topics.get(topic_id as number)?.slug,
        lowEnd: row.low_end,
        highEnd: row.high_end,
        raisedBy: namesOf(raised_by),
      })),
      events: shown(events).map(({ slug, title, starts_on, ends_on, place, kind, participants, source_id }) => ({
        ...{ slug, title, place, kind },
        date: starts_on,
        endDate: ends_on,
        participants: namesOf(participants),
        source: slugOf('source', source_id as number | null),
      })),
    } as Overview,
  }
}

type Rows = Map<number, Said>

const stands = ({ merged_into_id }: Said) => !merged_into_id

/** Those that stand for themselves, in their order. */
const shown = (rows: Rows): Said[] =>
  [...rows]
    .filter(([, row]) => stands(row))
    .sort(([one, a], [other, b]) => (a.ordinal ?? 0) - (b.ordinal ?? 0) || one - other)
    .map(([, row]) => row)

const figuresOf = (parties: Rows, sources: Rows): KnownReference['figures'] =>
  new Map([
    ...[...parties].map(([id, row]) => [`party ${id}`, `${row.merged_into_id ?? ''}`] as const),
    ...[...sources].map(([id, row]) => [`source ${id}`, `${row.merged_into_id ?? ''} ${row.publisher_flag}`] as const),
  ])

const agree = (then: Map<string, string>, now: Map<string, string>) =>
  [...then].every(([row, state]) => now.get(row) === state)

/** Whether what was counted then is still counted so: whatever stood for itself does, and a publisher is what it was. */
export const countsAsThen = (then: KnownReference, now: KnownReference): boolean => agree(then.figures, now.figures)

/** Whether all that was there then is still called what it was called, and stands for itself where it did. */
export const isCalledAsThen = (then: KnownReference, now: KnownReference): boolean => agree(then.names, now.names)

// The database's checks keep these columns to the words of the schemas, which is why the cast is safe.
const sourceOf = ({ id: _, merged_into_id: __, ...row }: Said): PublishedSource =>
  ({
    slug: row.slug,
    kind: row.kind,
    publisher: row.publisher,
    publisherFlag: row.publisher_flag,
    title: row.title,
    titleBasis: row.title_basis,
    url: row.url,
    published: row.published_on,
    publishedBasis: row.published_basis,
    language: row.language,
    grade: row.grade,
    note: row.note,
    authors: row.authors,
    archivedUrl: row.archived_url,
  }) as PublishedSource
