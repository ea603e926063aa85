// The rules of honesty (product.md) and what follows from them, looked at after every single thing that is done.
import type pg from 'pg'
import { expect } from 'vitest'
import { publicClient } from '@/lib/db/client'
import { getEntry } from '@/lib/domain/entry/queries'
import { type Model, positionsOn, seen } from './model'

/** What was in the tables of history when it was last looked at. */
export type Watch = {
  database: pg.Client
  /** For each table: from where this history begins, up to where it was seen, how many rows, and what they said. */
  tables: Map<string, { from: number; to: number; rows: number; said: string }>
  /** What readers saw at instants of the past. */
  past: { at: string; day: string; positions: string[] }[]
}

export const HISTORY = ['revision', 'citation', 'publication', 'source_text', 'audit', 'review_step'] as const
export const DAYS = ['2024-02-01', '2024-02-03', '2024-03-01']

export async function beginWatch(database: pg.Client): Promise<Watch> {
  const tables: Watch['tables'] = new Map()
  for (const table of HISTORY) {
    const { rows } = await database.query(`select coalesce(max(id), 0)::int as last from ${table}`)
    tables.set(table, { from: rows[0].last, to: rows[0].last, rows: 0, said: '' })
  }
  return { database, tables, past: [] }
}

export async function holdRules(model: Model, watch: Watch, { trace }: { trace: boolean }): Promise<void> {
  const added = await historyOnlyGrows(watch, trace)
  await entriesAreThoseOfTheModel(model)
  // Where nothing was published and no step was taken, none of these can have become otherwise.
  if (added.publication || added.review_step) await nobodyPublishesTheirOwn(model, watch)
  if (!added.publication) return
  await citationsStandInTheirTexts(model, watch)
  await readersFindWhatTheModelSays(model, watch)
}

/** 1. No published entry without words that are found, character for character, in the stored text of their source. */
async function citationsStandInTheirTexts({ negotiation }: Model, { database }: Watch): Promise<void> {
  const { rows } = await database.query(
    `select b.entry_id from publication b join negotiation n on n.id = b.negotiation_id where n.slug = $1 and (
       not exists (select from citation c where c.revision_id = b.revision_id)
       or exists (select from citation c join source_text t on t.id = c.source_text_id where c.revision_id = b.revision_id
         and (c.quote = '' or substring(t.text from c.starts_at + 1 for c.ends_at - c.starts_at) <> c.quote
           or t.sha256 <> encode(sha256(convert_to(t.text, 'UTF8')), 'hex'))))`,
    [negotiation],
  )
  expect(rows, 'published without words of a stored text').toEqual([])
}

/** 2. Nobody publishes their own revision, and what is approved was published by somebody else. */
async function nobodyPublishesTheirOwn({ negotiation }: Model, { database }: Watch): Promise<void> {
  const { rows } = await database.query(
    `select b.entry_id from publication b join revision r on r.id = b.revision_id join negotiation n on n.id = b.negotiation_id
       where n.slug = $1 and b.kind <> 'withdrawal' and b.published_by = r.recorded_by
     union all
     select v.entry_id from review v join review_step s on s.review_id = v.id and s.step in ('approved', 'rejected') join negotiation n on n.id = v.negotiation_id
       where n.slug = $1 and s.actor = v.author`,
    [negotiation],
  )
  expect(rows, 'decided by whoever wrote it').toEqual([])
}

/** 3. Nothing is overwritten or deleted: what stood in a table of history stands there still, and what was refused left nothing. */
async function historyOnlyGrows({ database, tables }: Watch, trace: boolean): Promise<Record<string, number>> {
  const parts = [...tables].map(
    ([table, { from, to }]) =>
      `select '${table}' as name, (count(*) filter (where id <= ${to}))::int as before, count(*)::int as rows, coalesce(max(id), ${to})::int as last,
         md5(string_agg(x::text, '|' order by id) filter (where id <= ${to})) as said_before, md5(string_agg(x::text, '|' order by id)) as said
       from ${table} x where id > ${from}`,
  )
  const { rows } = await database.query(parts.join(' union all '))
  const added: Record<string, number> = {}
  for (const row of rows) {
    const known = tables.get(row.name) as { from: number; to: number; rows: number; said: string }
    expect({ rows: row.before, said: row.said_before ?? '' }, `${row.name} of before`).toEqual({
      rows: known.rows,
      said: known.said,
    })
    if (row.name === 'audit') expect(row.rows - row.before > 0, 'an audit row').toBe(trace)
    added[row.name] = row.rows - row.before
    tables.set(row.name, { from: known.from, to: row.last, rows: row.rows, said: row.said ?? '' })
  }
  if (!trace) expect(Object.values(added), 'rows of history from what changed nothing').toEqual(HISTORY.map(() => 0))
  return added
}

async function entriesAreThoseOfTheModel(model: Model): Promise<void> {
  const shown = await publicClient().publishedEntry.findMany({ where: { negotiation: model.negotiation } })
  expect(
    Object.fromEntries(
      shown.map(({ id, revision, party, demand, stance, summary, terms, shiftKind, heldFrom }) => [
        id,
        { revision, party, demand, stance, summary, terms, shiftKind, heldFrom: heldFrom.toISOString().slice(0, 10) },
      ]),
    ),
  ).toEqual(
    Object.fromEntries(
      model.entries.flatMap((entry) => {
        const content = seen(entry)
        if (!content) return []
        const { party, demand, stance, summary, terms, shiftType, heldFrom } = content
        const revision = entry.publications.at(-1)?.revision
        const orNull = (text: string) => (text === '' ? null : text)
        return [
          [
            entry.id,
            { revision, party, demand, stance, summary, terms: orNull(terms), shiftKind: orNull(shiftType), heldFrom },
          ],
        ]
      }),
    ),
  )
}

/** A withdrawn entry leaves a tombstone with its reason; its address says so; positions follow from what is left. */
async function readersFindWhatTheModelSays(model: Model, watch: Watch): Promise<void> {
  const where = { negotiation: model.negotiation }
  const gone = await publicClient().tombstone.findMany({
    where,
    select: { id: true, reason: true },
    orderBy: { id: 'asc' },
  })
  const withdrawn = model.entries.filter(({ publications }) => publications.at(-1)?.kind === 'withdrawal')
  expect(gone).toEqual(
    withdrawn
      .map(({ id, publications }) => ({ id, reason: publications.at(-1)?.reason }))
      .sort((a, b) => (a.id < b.id ? -1 : 1)),
  )
  for (const { id, publications } of model.entries) {
    const code = publications.length === 0 ? 'NOT_FOUND' : publications.at(-1)?.kind === 'withdrawal' ? 'GONE' : null
    if (code) await expect(getEntry(id)).rejects.toMatchObject({ code })
    else expect((await getEntry(id)).revision).toBe(publications.at(-1)?.revision)
  }
  for (const day of DAYS) expect(await positionsNow(watch, model, day), day).toEqual(positionsOn(model, day))
}

const words = (rows: { party: string; demand: string; stance: string; entry: string }[]) =>
  rows.map(({ party, demand, stance, entry }) => `${party} ${demand}: ${stance} by ${entry}`).sort()

const positionsNow = async ({ database }: Watch, { negotiation }: Model, day: string) =>
  words((await database.query('select * from published_positions($1, $2::date, false)', [negotiation, day])).rows)

/** What readers see at this instant, to be asked for again when it is past. */
export async function remember(model: Model, { database, past }: Watch): Promise<void> {
  const { rows } = await database.query('select clock_timestamp()::text as at')
  for (const day of DAYS) past.push({ at: rows[0].at, day, positions: positionsOn(model, day) })
}

/** The second clock: whatever came later, this site still says what it said at every instant of the past. */
export async function holdThePast({ negotiation }: Model, { database, past }: Watch): Promise<void> {
  for (const { at, day, positions } of past) {
    const known = 'select * from published_positions_known($1, $2::date, false, $3::timestamptz)'
    expect(words((await database.query(known, [negotiation, day, at])).rows), `${day} as known at ${at}`).toEqual(
      positions,
    )
  }
}
