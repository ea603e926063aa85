// What is found by index must be what the rules derive: positions and shifts of any day, on the record or not, and the past as it was known.
import fc from 'fast-check'
import type pg from 'pg'
import { beforeAll, expect, test } from 'vitest'
import { publicClient } from '@/lib/db/client'
import { withConnection } from '@/lib/db/connection'
import { isOnRecord } from '@/lib/domain/citation/rules'
import { entriesByCell } from '@/lib/domain/comparison/build'
import { importDataset } from '@/lib/domain/dataset/import'
import { findRecord } from '@/lib/domain/negotiation/queries'
import type { PublishedEntry } from '@/lib/domain/negotiation/record'
import { inOrder, positionOn, shiftsOf } from '@/lib/domain/position/rules'
import { addDays, dayOf } from '@/lib/domain/time/day'
import { testDatabase } from '@/tests/database'
import { makeNegotiation } from '@/tests/made/negotiation'

const database = await testDatabase()
let entries: PublishedEntry[] = []

beforeAll(async () => {
  // Few cells and few stances make long runs, with changes of terms within them.
  const made = makeNegotiation({ slug: 'index', parties: 3, demands: 4, entries: 400, seed: 11 })
  await importDataset(made)
  await importDataset(makeNegotiation({ slug: 'elsewhere', parties: 3, demands: 4, entries: 30, seed: 2 }))
  const withdraw = `insert into publication (negotiation_id, entry_id, revision_id, kind, reason, published_by)
    select e.negotiation_id, e.id, p.revision_id, 'withdrawal', 'Made in error', 'editor' from entry e join publication p on p.id = e.live_publication_id
    where e.id like 'index-%7'`
  await withConnection(database.appUrl, (client: pg.Client) => client.query(withdraw))
  entries = (await findRecord('index'))?.entries ?? []
  expect(entries.length).toBe(360)
})

const onRecord = (entry: PublishedEntry) => entry.citations.some(({ attribution }) => isOnRecord(attribution))

function derived(day: string, recordOnly: boolean) {
  const kept = recordOnly ? entries.filter(onRecord) : entries
  return [...entriesByCell(kept).values()]
    .flatMap((cell) => positionOn(cell, day) ?? [])
    .map(({ entry, run, shift }) => ({
      entry: entry.id,
      held_from: run[0]?.heldFrom,
      last_restated: entry.heldFrom,
      shift_entry: shift.entry.id,
      shift_from: shift.from?.stance ?? null,
      shift_kind: shift.entry.kind,
    }))
    .sort((a, b) => (a.entry < b.entry ? -1 : 1))
}

type Row = Omit<ReturnType<typeof derived>[number], 'held_from' | 'last_restated'> & {
  held_from: Date
  last_restated: Date
}
const asDerived = (rows: Row[]) =>
  rows
    .map(({ entry, held_from, last_restated, shift_entry, shift_from, shift_kind }) => ({
      entry,
      held_from: dayOf(held_from),
      last_restated: dayOf(last_restated),
      shift_entry,
      shift_from,
      shift_kind,
    }))
    .sort((a, b) => (a.entry < b.entry ? -1 : 1))

test('positions by index and by the rules are the same, on any day, on the record or not', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: -10, max: 2000 }), fc.boolean(), async (days, recordOnly) => {
      const day = addDays('2021-01-01', days)
      const db = publicClient()
      const quick = await db.$queryRaw<Row[]>`select * from published_positions('index', ${day}::date, ${recordOnly})`
      expect(asDerived(quick)).toEqual(derived(day, recordOnly))
      const exact = await db.$queryRaw<
        Row[]
      >`select * from published_positions_known('index', ${day}::date, ${recordOnly}, 'infinity')`
      expect(exact).toEqual(quick)
    }),
    { numRuns: 60 },
  )
}, 60_000)

test('shifts by index and by the rules are the same, both ways round, page by page', async () => {
  const expected = inOrder(
    [...entriesByCell(entries).values()]
      .flatMap((cell) => shiftsOf(cell))
      .map(({ entry, from }) => ({ ...entry, from })),
  ).map(({ id, from }) => ({ id, follows: from?.stance ?? null }))
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 90 }), fc.boolean(), async (size, newest) => {
      const found: { id: string; follows: string | null }[] = []
      let after: { held_from: Date; ordinal: number; id: string } | undefined
      do {
        const rows = await publicClient().$queryRaw<
          { id: string; follows: string | null; held_from: Date; ordinal: number }[]
        >`select * from published_entries_page('index', true, ${newest}, null, null, null, null, null, null, null, ${after?.held_from ?? null}::date, ${after?.ordinal ?? null}::int, ${after?.id ?? null}::text, ${size}::int)`
        found.push(...rows.map(({ id, follows }) => ({ id, follows })))
        after = rows.length === size ? rows.at(-1) : undefined
      } while (after)
      expect(found).toEqual(newest ? [...expected].reverse() : expected)
    }),
    { numRuns: 20 },
  )
}, 60_000)

test('the app can make no position of its own', async () => {
  const run = (sql: string) => withConnection(database.appUrl, (client: pg.Client) => client.query(sql))
  for (const column of [
    "live_held_from = '2020-01-01'",
    "live_stance = 'accepts'",
    'live_shift_kind = null',
    'live_on_record = true',
  ])
    await expect(run(`update entry set ${column}`), column).rejects.toThrow(/permission denied/)
  await expect(
    run(
      "insert into entry (id, negotiation_id, party_id, demand_id, ordinal, live_held_from, live_stance, live_on_record) select 'mine', negotiation_id, party_id, demand_id, 1, '2020-01-01', 'accepts', true from entry limit 1",
    ),
  ).rejects.toThrow(/entry_live_columns_fit/)
})

test('the words of a revision that was never published stay hidden', async () => {
  await withConnection(database.appUrl, (client: pg.Client) =>
    client.query(`with draft as (
        insert into revision (negotiation_id, entry_id, number, held_from, date_precision, stance, summary, recorded_by)
        select negotiation_id, id, 99, '2026-01-01', 'day', 'accepts', 'A draft.', 'writer' from entry where id = 'index-1' returning *)
      insert into citation (negotiation_id, revision_id, ordinal, source_id, source_text_id, quote, prefix, suffix, starts_at, ends_at, quote_kind, attribution)
      select d.negotiation_id, d.id, 0, c.source_id, c.source_text_id, c.quote, c.prefix, c.suffix, c.starts_at, c.ends_at, c.quote_kind, c.attribution
      from draft d, citation c join revision r on r.id = c.revision_id where r.entry_id = 'index-1'`),
  )
  const words = (revision: number) =>
    publicClient().$queryRaw<unknown[]>`select * from published_citations(array['index-1'], array[${revision}]::int[])`
  expect(await words(99)).toEqual([])
  expect(await words(1)).toHaveLength(1)
})
