import 'server-only'
import { cache } from 'react'
import { published } from '@/lib/db/read'
import { buildComparison, cellKey } from '@/lib/domain/comparison/build'
import { findComparison } from '@/lib/domain/comparison/queries'
import { type Strip, stripOf } from '@/lib/domain/comparison/strip'
import type { ComparisonView } from '@/lib/domain/comparison/view'
import type { PublishedCitation, PublishedEntry, PublishedRecord } from '@/lib/domain/negotiation/record'
import { type Day, dayOf } from '@/lib/domain/time/day'
import { endOf } from './day'
import { countsAsThen, type KnownReference, readReference, type State } from './reference'

/** The first day at whose end this site said anything of a negotiation; null when it never did. */
export async function findSince(slug: string): Promise<Day | null> {
  const [row] = await published().$queryRaw<{ at: Date | null }[]>`select published_since(${slug}) as at`
  return row?.at ? dayOf(row.at) : null
}

/** Reference data as readers were told it at an instant; null where there was none. */
export const findReference = cache(async (slug: string, at: string): Promise<KnownReference | null> => {
  const states = await published().$queryRaw<State[]>`
    select * from published_reference_known(${slug}, ${at}::timestamptz)`
  return readReference(states)
})

export const findPresentReference = (slug: string) => findReference(slug, endOf('9999-12-31'))

type EntryRow = {
  id: string
  party: number
  demand: number
  ordinal: number
  revision: number
  held_from: Date
  date_precision: PublishedEntry['datePrecision']
  stance: PublishedEntry['stance']
  salience: PublishedEntry['salience']
  summary: string
  terms: string | null
  shift_kind: PublishedEntry['kind']
  shift_basis: NonNullable<PublishedEntry['shift']>['basis']
  shift_note: string | null
  event: number | null
  published_at: Date
  first_published_at: Date
}

type CitationRow = {
  entry: string
  source: number
  quote: string
  prefix: string
  suffix: string
  quote_kind: PublishedCitation['quoteKind']
  speaker: number | null
  said_on: Date | null
  attribution: PublishedCitation['attribution']
}

/** The cells asked for: those of one demand and one column, or those alone that were published of since. */
type Cells = { changed: boolean; demand: number | null; parties: number[] | null }

async function listEntries(slug: string, at: string, reference: KnownReference, cells: Cells) {
  const rows = await published().$queryRaw<EntryRow[]>`
    select * from published_entries_known(${slug}, ${at}::timestamptz, ${cells.changed}, ${cells.demand}::int, ${cells.parties}::int[])`
  const cited = await published().$queryRaw<CitationRow[]>`
    select * from published_citations_known(${rows.map(({ id }) => id)}::text[], ${rows.map(({ revision }) => revision)}::int[])`
  const citations = new Map<string, PublishedCitation[]>()
  for (const { entry, source, speaker, quote_kind: quoteKind, said_on, quote, prefix, suffix, attribution } of cited) {
    const list = citations.get(entry) ?? []
    citations.set(entry, list)
    list.push({
      source: reference.slugOf('source', source) ?? '',
      speaker: reference.slugOf('speaker', speaker),
      saidOn: said_on && dayOf(said_on),
      ...{ quote, prefix, suffix, quoteKind, attribution },
    })
  }
  return rows.map(
    ({ id, ordinal, revision, stance, salience, summary, terms, ...row }): PublishedEntry => ({
      ...{ id, ordinal, revision, stance, salience, summary, terms },
      party: reference.slugOf('party', row.party) ?? '',
      demand: reference.slugOf('demand', row.demand) ?? '',
      event: reference.slugOf('event', row.event),
      heldFrom: dayOf(row.held_from),
      datePrecision: row.date_precision,
      kind: row.shift_kind,
      shift: row.shift_kind && { type: row.shift_kind, basis: row.shift_basis, note: row.shift_note },
      publishedAt: row.published_at.toISOString(),
      firstPublishedAt: row.first_published_at.toISOString(),
      citations: citations.get(id) ?? [],
    }),
  )
}

const recordOf = (
  { overview: { parties, speakers, topics, demands, events, ...negotiation }, sources }: KnownReference,
  entries: PublishedEntry[],
): PublishedRecord => ({ negotiation, parties, speakers, topics, demands, events, sources, entries })

/** The whole record as readers saw it at an instant, under the names of then. */
export async function findKnownRecord(slug: string, at: string, reference: KnownReference): Promise<PublishedRecord> {
  const cells = { changed: false, demand: null, parties: null }
  return recordOf(reference, await listEntries(slug, at, reference, cells))
}

/** The entries that readers saw at an instant; of one demand alone where the filter names no other, which is read by index. */
export async function findKnownEntries(
  slug: string,
  at: string,
  reference: KnownReference,
  { demand, party }: { demand?: string[] | undefined; party?: string[] | undefined },
): Promise<PublishedEntry[]> {
  const [only] = demand?.length === 1 ? demand.flatMap((name) => reference.idsOf('demand', name)) : []
  const parties = party ? party.flatMap((name) => reference.idsOf('party', name)) : null
  return listEntries(slug, at, reference, { changed: false, demand: only ?? null, parties })
}

/** One cell of the record as readers saw it at the end of a day, under the names of then. Null where it was not there. */
export const findKnownCell = cache(
  async (slug: string, demand: string, party: string, known: Day): Promise<PublishedRecord | null> => {
    const reference = await findReference(slug, endOf(known))
    const [demandId] = reference?.idsOf('demand', demand) ?? []
    const parties = reference?.idsOf('party', party) ?? []
    if (!reference || demandId === undefined || parties.length === 0) return null
    const cells = { changed: false, demand: demandId, parties }
    return recordOf(reference, await listEntries(slug, endOf(known), reference, cells))
  },
)

/**
 * The table of a day, held, as this site showed it at the end of a day, known. What was published since changes neither: cells that changed
 * are put together from what readers saw of them then, all others are read by index. Null where nothing was shown yet.
 */
export async function findKnownTable(
  slug: string,
  asOf: Day,
  known: Day,
): Promise<{ view: ComparisonView; strip: Strip } | null> {
  const at = endOf(known)
  const reference = await findReference(slug, at)
  const since = await findSince(slug)
  if (!reference || !since || since > known) return null
  const [table, now, changed, days] = await Promise.all([
    findComparison(slug, asOf, known),
    findPresentReference(slug),
    published().$queryRaw<{ party: number; demand: number }[]>`
      select * from published_cells_changed(${slug}, ${at}::timestamptz)`,
    published().$queryRaw<{ on_day: Date; entries: number; shifts: boolean }[]>`
      select * from published_days_known(${slug}, ${at}::timestamptz)`,
  ])
  const present = table && now && countsAsThen(reference, now) ? { table, now } : null
  const cells = { changed: present !== null, demand: null, parties: null }
  const entries = await listEntries(slug, at, reference, cells)
  const held = days.map(({ on_day, entries, shifts }) => ({ day: dayOf(on_day), entries, shifts }))
  const lastEntryOn = held.filter(({ day }) => day <= asOf).at(-1)?.day ?? null
  const view = { ...buildComparison(recordOf(reference, entries), asOf, known), known, lastEntryOn }
  if (present) fillFromPresent(view, reference, present, changed)
  return { view, strip: stripOf(recordOf(reference, []), held, known) }
}

type Present = { table: ComparisonView; now: KnownReference }

/** Puts in the cells of which nothing was published since, by the names that they had. */
function fillFromPresent(
  view: ComparisonView,
  then: KnownReference,
  { table, now }: Present,
  changed: readonly { party: number; demand: number }[],
): void {
  const nameNow = (kind: 'party' | 'demand', slug: string) => now.slugOf(kind, then.idsOf(kind, slug)[0] ?? null)
  const built = new Set(
    changed.map(({ party, demand }) => `${then.slugOf('party', party)} ${then.slugOf('demand', demand)}`),
  )
  const rows = new Map(table.demands.map((row) => [row.slug, row]))
  for (const row of view.demands)
    for (const { slug: party } of view.parties) {
      const cell = rows.get(nameNow('demand', row.slug) ?? '')?.cells[nameNow('party', party) ?? '']
      if (cell && !built.has(cellKey(party, row.slug))) row.cells[party] = cell
    }
}
