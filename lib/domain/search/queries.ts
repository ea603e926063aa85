import 'server-only'
import { published } from '@/lib/db/read'
import { listCitations } from '@/lib/domain/citation/queries'
import { DomainError } from '@/lib/domain/error'
import { dayOf } from '@/lib/domain/time/day'
import { SEARCH_KINDS, type SearchKind } from './kinds'
import { wordsOf } from './marks'
import type { Found, Hit, SearchFilter } from './schema'
import { parseTerms, type Term } from './terms'

type Row = {
  negotiation: string
  key: string
  title: string | null
  detail: string | null
  party: string | null
  on_day: Date | null
  total: number
}

const OF_EACH = 5
const OF_ONE = 20

/** The best of what is found, of one kind or of each, with how many there are of every kind. */
export async function searchRecord(filter: SearchFilter): Promise<Found> {
  const terms = parseTerms(filter.q)
  const none = Object.fromEntries(SEARCH_KINDS.map((kind) => [kind, 0])) as Record<SearchKind, number>
  if (filter.negotiation) await requireNegotiation(filter.negotiation)
  if (terms.length === 0) return { items: [], totals: none, words: [] }
  const found = await Promise.all(
    SEARCH_KINDS.map(async (kind) => {
      const asked = filter.kind === undefined || filter.kind === kind
      // Of the other kinds only the number is wanted, which comes with the first row.
      const size = asked ? (filter.limit ?? (filter.kind ? OF_ONE : OF_EACH)) : 1
      const rows = await search(
        kind,
        filter.negotiation ?? null,
        terms,
        size,
        asked && filter.kind ? (filter.from ?? 0) : 0,
      )
      const total = rows[0]?.total ?? (filter.from ? await countAll(kind, filter.negotiation ?? null, terms) : 0)
      return { kind, total, rows: asked ? rows : [] }
    }),
  )
  const items = (
    await Promise.all(
      found.map(({ kind, rows }) =>
        kind === 'entry' ? toEntryHits(rows, terms) : rows.map((row) => toHit(kind, row)),
      ),
    )
  ).flat()
  return {
    items,
    totals: Object.fromEntries(found.map(({ kind, total }) => [kind, total])) as Record<SearchKind, number>,
    words: await findMarks(
      items.flatMap(({ title, text, quote }) => [title, text, quote ?? '']),
      terms,
    ),
  }
}

const search = (kind: SearchKind, negotiation: string | null, terms: Term[], size: number, from: number) =>
  published().$queryRaw<Row[]>`
    select * from published_search(${kind}, ${negotiation}, ${JSON.stringify(terms)}::jsonb, ${size}::int, ${from}::int)`

const countAll = async (kind: SearchKind, negotiation: string | null, terms: Term[]) =>
  (await search(kind, negotiation, terms, 1, 0))[0]?.total ?? 0

async function findMarks(texts: string[], terms: Term[]): Promise<string[]> {
  // A phrase is marked word by word.
  const wanted = terms
    .filter(({ not }) => !not)
    .map((term) => ({ ...term, any: term.any.flatMap((spelling) => [spelling, ...spelling.split(' ')]) }))
  const [row] = await published().$queryRaw<{ words: string[] }[]>`
    select published_search_marks(${wordsOf(texts)}::text[], ${JSON.stringify(wanted)}::jsonb) as words`
  return row?.words ?? []
}

const PATHS: Record<Exclude<SearchKind, 'entry'>, (row: Row) => string> = {
  demand: ({ negotiation, key }) => `/${negotiation}/${key}`,
  party: ({ negotiation, key }) => `/${negotiation}/party/${key}`,
  speaker: ({ negotiation, key, party }) => `/${negotiation}/party/${party}#speaker-${key}`,
  event: ({ negotiation, key }) => `/${negotiation}/events#${key}`,
  source: ({ key }) => `/sources/${key}`,
}

const toHit = (kind: Exclude<SearchKind, 'entry'>, row: Row): Hit => ({
  kind,
  negotiation: row.negotiation,
  key: row.key,
  path: PATHS[kind](row),
  title: row.title ?? '',
  text: row.detail ?? '',
  quote: null,
  stance: null,
  on: row.on_day && dayOf(row.on_day),
  datePrecision: null,
  entry: null,
})

/** Entries with their party, demand and summary, and of their quotations the one that answers most of the words. */
async function toEntryHits(rows: Row[], terms: Term[]): Promise<Hit[]> {
  const db = published()
  const ids = rows.map(({ key }) => key)
  const [entries, parties, demands] = await Promise.all([
    db.publishedEntry.findMany({ where: { id: { in: ids } } }),
    db.publishedParty.findMany({ where: { negotiation: { in: rows.map(({ negotiation }) => negotiation) } } }),
    db.publishedDemand.findMany({ where: { negotiation: { in: rows.map(({ negotiation }) => negotiation) } } }),
  ])
  const cited = await listCitations(entries.map(({ id, revision }) => ({ entry: id, revision })))
  const quotes = new Map(entries.map(({ id }, at) => [id, (cited[at] ?? []).map(({ quote }) => quote)]))
  const answering = new Set(await findMarks([...quotes.values()].flat(), terms))
  const answers = (quote: string) => wordsOf([quote]).filter((word) => answering.has(word)).length
  return rows.flatMap(({ key }): Hit[] => {
    const entry = entries.find(({ id }) => id === key)
    if (!entry) return [] // withdrawn between the two questions
    const name = (list: { negotiation: string; slug: string }[], slug: string) =>
      list.find((one) => one.negotiation === entry.negotiation && one.slug === slug)
    const party = name(parties, entry.party) as (typeof parties)[number] | undefined
    const demand = name(demands, entry.demand) as (typeof demands)[number] | undefined
    const best = (quotes.get(key) ?? []).toSorted((a, b) => answers(b) - answers(a))[0] ?? null
    return [
      {
        kind: 'entry',
        negotiation: entry.negotiation,
        key,
        path: `/e/${key}`,
        title: `${party?.name ?? entry.party} on ${demand?.title ?? entry.demand}`,
        text: entry.summary,
        quote: best,
        stance: entry.stance as Hit['stance'],
        on: dayOf(entry.heldFrom),
        datePrecision: entry.datePrecision as Hit['datePrecision'],
        entry: key,
      },
    ]
  })
}

async function requireNegotiation(slug: string): Promise<void> {
  const known = await published().publishedNegotiation.findFirst({ where: { slug }, select: { slug: true } })
  if (!known)
    throw new DomainError('INVALID', 'Something is asked for that is not there.', [
      { at: 'negotiation', text: `there is no negotiation "${slug}"` },
    ])
}
