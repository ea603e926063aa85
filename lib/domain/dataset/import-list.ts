import 'server-only'
import type { Note } from '@/lib/db/write'
import type { Tally } from './tally'

export type Ids = Map<string, number>

/** Adds an audit row to the write that is under way. */
export type Noter = (row: Note) => void

type Row = { slug: string }
// biome-ignore lint/suspicious/noExplicitAny: any of the reference tables; their shapes are checked by the database and the tests
type Table = any

/** Whether a stored row already says everything that `wanted` says. */
export function same(stored: Record<string, unknown>, wanted: Record<string, unknown>): boolean {
  return Object.entries(wanted).every(([field, value]) => JSON.stringify(stored[field]) === JSON.stringify(value))
}

type List = {
  noun: string
  table: Table
  note: Noter
  /** Columns that every row of the list has, and by which the stored ones are found unless `where` says how. */
  here: Record<string, number>
  where?: object
  /** Whether a row keeps its place in the file. */
  ordered?: boolean
}

/** Adds and amends rows of one reference table by slug, in the order of the file. An amended row is noted with what it said before. */
export async function importList<Given extends Row>(
  { noun, table, note, here, where = here, ordered = true }: List,
  given: readonly Given[],
  fieldsOf: (row: Given) => Record<string, unknown>,
): Promise<{ ids: Ids; tally: Tally; absent: string[]; changed: Set<string> }> {
  const stored = new Map<string, Record<string, unknown> & { id: number }>(
    (await table.findMany({ where })).map((row: Row & { id: number }) => [row.slug, row]),
  )
  const wanted = given.map((row, ordinal) => ({
    ...fieldsOf(row),
    ...here,
    ...(ordered && { ordinal }),
    slug: row.slug,
  }))
  const added = wanted.filter((row) => !stored.has(row.slug))
  const changed = wanted.filter((row) => stored.has(row.slug) && !same(stored.get(row.slug) ?? {}, row))

  const created: { slug: string; id: number }[] =
    added.length > 0 ? await table.createManyAndReturn({ data: added, select: { slug: true, id: true } }) : []
  for (const row of changed) {
    const before = stored.get(row.slug) ?? { id: 0 }
    await table.update({ where: { id: before.id }, data: row })
    note({
      action: 'amend',
      subjectKind: noun,
      subjectId: row.slug,
      details: JSON.parse(JSON.stringify({ before, after: row })),
    })
  }

  return {
    ids: new Map([
      ...[...stored].map(([slug, row]) => [slug, row.id] as const),
      ...created.map((row) => [row.slug, row.id] as const),
    ]),
    tally: { added: added.length, changed: changed.length, unchanged: wanted.length - added.length - changed.length },
    absent: [...stored.keys()].filter((slug) => !given.some((row) => row.slug === slug)),
    changed: new Set(changed.map((row) => row.slug)),
  }
}
