// Every address of the interface. A route under app/api/v1 is one line that names its operation.
import 'server-only'
import { z } from 'zod'
import type { Cell } from '@/lib/csv-cell'
import { chainFile } from '@/lib/domain/chain/file'
import { findChainHead } from '@/lib/domain/chain/head'
import { listLinks } from '@/lib/domain/chain/queries'
import { chained, linkFilterSchema, linksSchema } from '@/lib/domain/chain/schema'
import { entriesSchema, entryFilterSchema, shownEntrySchema } from '@/lib/domain/entry/list-schema'
import { getEntry, listEntries } from '@/lib/domain/entry/queries'
import { entrySchema } from '@/lib/domain/entry/schema'
import type { Page } from '@/lib/domain/filter/schema'
import { listKnownEntries } from '@/lib/domain/known/entries'
import { getOverview } from '@/lib/domain/negotiation/overview'
import { negotiationsSchema, overviewSchema } from '@/lib/domain/negotiation/overview-schema'
import { listNegotiations } from '@/lib/domain/negotiation/queries'
import { listPositions } from '@/lib/domain/position/queries'
import { positionFilterSchema, positionsSchema } from '@/lib/domain/position/schema'
import { searchRecord } from '@/lib/domain/search/queries'
import { foundSchema, searchFilterSchema } from '@/lib/domain/search/schema'
import { shiftFilterSchema, shiftsSchema } from '@/lib/domain/shift/list-schema'
import { listShifts } from '@/lib/domain/shift/queries'
import { sourceFilterSchema, sourcesSchema, sourceWithEntriesSchema } from '@/lib/domain/source/list-schema'
import { getSource, listSources } from '@/lib/domain/source/queries'
import { slug } from '@/lib/domain/text/schema'
import { csvStream } from '@/lib/http/csv'
import { readSettings } from '@/lib/settings'
import type { Operation } from './operation'
import { ENTRIES, POSITIONS, SHIFTS, SOURCES } from './tables'

/** By which a table tells which state of the chain it is of: the number and the hash of the link. */
const CHAIN_HEAD = 'parley-chain-head'

const none = z.strictObject({})
const inNegotiation = z.strictObject({ negotiation: slug })
const bySlug = z.strictObject({ slug })

function json<P extends z.ZodObject, Q extends z.ZodObject, Answer>(
  path: string,
  summary: string,
  params: P,
  query: Q,
  schema: z.ZodType<Answer>,
  read: (params: z.infer<P>, query: z.infer<Q>) => Promise<Answer>,
): Operation<P, Q> {
  const gives = { type: 'application/json', schema } as const
  return { path, summary, params, query, gives, read: async (...asked) => Response.json(await read(...asked)) }
}

function lineStream(lines: AsyncGenerator<string[]>): ReadableStream<Uint8Array> {
  return new ReadableStream({
    pull: async (out) => {
      const some = await lines.next()
      if (some.done) out.close()
      else out.enqueue(new TextEncoder().encode(`${some.value.join('\n')}\n`))
    },
    cancel: async () => {
      await lines.return(undefined)
    },
  })
}

function csv<P extends z.ZodObject, Q extends z.ZodObject, Row>(
  path: string,
  summary: string,
  params: P,
  query: Q,
  columns: Record<string, (row: Row) => Cell>,
  pages: (params: z.infer<P>, query: z.infer<Q>) => AsyncGenerator<readonly Row[]>,
): Operation<P, Q> {
  const read = async (asked: z.infer<P>, wanted: z.infer<Q>) => {
    const source = pages(asked, wanted)
    const first = await source.next() // before any header leaves: what is refused is refused with its status
    const head = await findChainHead(knownAtOf(wanted))
    const of = (asked as { negotiation?: string }).negotiation
    const name = [of, path.split('/').at(-1)?.replace('.csv', ''), ...(head ? ['at', head.hash.slice(0, 12)] : [])]
    return new Response(csvStream(columns, source, first.done ? [] : first.value), {
      headers: {
        'content-type': 'text/csv; charset=utf-8; header=present',
        'content-disposition': `attachment; filename="${name.filter(Boolean).join('-')}.csv"`,
        ...(head ? { [CHAIN_HEAD]: `${head.number} ${head.hash}` } : {}),
      },
    })
  }
  return { path, summary, params, query, gives: { type: 'text/csv' }, read }
}

/** A list that tells which state of the chain it is of. */
function chainedJson<P extends z.ZodObject, Q extends z.ZodObject, Answer extends object>(
  path: string,
  summary: string,
  params: P,
  query: Q,
  schema: z.ZodObject & z.ZodType<Answer>,
  read: (params: z.infer<P>, query: z.infer<Q>) => Promise<Answer>,
): Operation<P, Q> {
  return json<P, Q, unknown>(path, summary, params, query, schema.extend(chained), async (asked, wanted) => {
    const [answer, chain] = [await read(asked, wanted), await findChainHead(knownAtOf(wanted))]
    return { ...answer, chain }
  })
}

const knownAtOf = (query: unknown): string | null => (query as { knownAt?: string }).knownAt ?? null

/** Page after page until the last: no file is held whole. */
async function* everyPage<Row>(read: (cursor: string | undefined) => Promise<Page<Row>>): AsyncGenerator<Row[]> {
  let cursor: string | undefined
  do {
    const page = await read(cursor)
    yield page.items
    cursor = page.next ?? undefined
  } while (cursor)
}

const unpaged = { cursor: true, limit: true } as const
const here = '/api/v1/negotiations/{negotiation}'

export const negotiations = json(
  '/api/v1/negotiations',
  'The negotiations that are followed.',
  none,
  none,
  negotiationsSchema,
  async () => ({ items: await listNegotiations() }),
)
export const negotiation = json(
  here,
  'One negotiation: its parties, speakers, topics, demands and events.',
  inNegotiation,
  none,
  overviewSchema,
  (at) => getOverview(at.negotiation),
)
export const positions = chainedJson(
  `${here}/positions`,
  'What each party holds on each demand as of a day.',
  inNegotiation,
  positionFilterSchema,
  positionsSchema,
  (at, filter) => listPositions(at.negotiation, filter),
)
export const positionsCsv = csv(
  `${here}/positions.csv`,
  'The same as a table.',
  inNegotiation,
  positionFilterSchema,
  POSITIONS,
  async function* (at, filter) {
    yield (await listPositions(at.negotiation, filter)).items
  },
)
export const shifts = chainedJson(
  `${here}/shifts`,
  'Every shift: two consecutive positions that differ.',
  inNegotiation,
  shiftFilterSchema,
  shiftsSchema,
  (at, filter) => listShifts(at.negotiation, filter),
)
export const shiftsCsv = csv(
  `${here}/shifts.csv`,
  'All of them as a table.',
  inNegotiation,
  shiftFilterSchema.omit(unpaged),
  SHIFTS,
  (at, filter) => everyPage((cursor) => listShifts(at.negotiation, { ...filter, cursor, limit: 500 })),
)
export const entries = chainedJson(
  `${here}/entries`,
  'The entries that positions and shifts are derived from.',
  inNegotiation,
  entryFilterSchema,
  entriesSchema,
  (at, filter) => listEntries(at.negotiation, filter),
)
export const entriesCsv = csv(
  `${here}/entries.csv`,
  'All of them as a table.',
  inNegotiation,
  entryFilterSchema.omit(unpaged),
  ENTRIES,
  async function* (at, filter) {
    const { knownAt } = filter
    // What was known is put together whole, once.
    if (knownAt) yield (await listKnownEntries(at.negotiation, { ...filter, knownAt }, null)).items
    else yield* everyPage((cursor) => listEntries(at.negotiation, { ...filter, cursor, limit: 500 }))
  },
)
export const entry = json(
  '/api/v1/entries/{id}',
  'One entry; 410 with the reason where it was withdrawn.',
  z.strictObject({ id: entrySchema.shape.id }),
  none,
  shownEntrySchema,
  (at) => getEntry(at.id),
)
export const sources = chainedJson(
  '/api/v1/sources',
  'The articles and documents that the record rests on.',
  none,
  sourceFilterSchema,
  sourcesSchema,
  (_, filter) => listSources(filter),
)
export const sourcesCsv = csv(
  '/api/v1/sources.csv',
  'All of them as a table.',
  none,
  sourceFilterSchema.omit(unpaged),
  SOURCES,
  (_, filter) => everyPage((cursor) => listSources({ ...filter, cursor, limit: 500 })),
)
export const source = json(
  '/api/v1/sources/{slug}',
  'One source, with the entries that cite it.',
  bySlug,
  none,
  sourceWithEntriesSchema,
  (at) => getSource(at.slug),
)

export const search = json(
  '/api/v1/search',
  'What answers a question, best first: demands, parties, speakers, entries with their quotations, events, sources.',
  none,
  searchFilterSchema,
  foundSchema,
  (_, filter) => searchRecord(filter),
)

export const chain = chainedJson(
  '/api/v1/chain',
  'Every revision and publication that readers see, link by link, each with the hash that rests on all before it.',
  none,
  linkFilterSchema,
  linksSchema,
  (_, filter) => listLinks(filter),
)
export const chainJsonl: Operation = {
  path: '/api/v1/chain.jsonl',
  summary:
    'All of it as one file, which /check.mjs checks with Node alone: a line that says what it is, then one for each link.',
  params: none,
  query: none,
  gives: { type: 'application/jsonl' },
  read: async () =>
    new Response(lineStream(chainFile(readSettings().SITE_URL)), {
      headers: {
        'content-type': 'application/jsonl; charset=utf-8',
        'content-disposition': 'attachment; filename="parley-chain.jsonl"',
      },
    }),
}

export const OPERATIONS = [
  negotiations,
  negotiation,
  positions,
  positionsCsv,
  shifts,
  shiftsCsv,
  entries,
  entriesCsv,
  entry,
  sources,
  sourcesCsv,
  source,
  search,
  chain,
  chainJsonl,
] as unknown as readonly Operation[]
