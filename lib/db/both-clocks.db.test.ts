// Both clocks in SQL: what a party held on a day, as this site knew it at an instant. Held against the same derivation in TypeScript.
import { setTimeout as sleep } from 'node:timers/promises'
import fc from 'fast-check'
import type pg from 'pg'
import { expect, test } from 'vitest'
import { publicClient } from '@/lib/db/client'
import { withConnection } from '@/lib/db/connection'
import { importDataset } from '@/lib/domain/dataset/import'
import { findRecord, findTombstone } from '@/lib/domain/negotiation/queries'
import { inOrder, positionOn } from '@/lib/domain/position/rules'
import { addDays } from '@/lib/domain/time/day'
import { testDatabase } from '@/tests/database'
import { makeNegotiation } from '@/tests/made/negotiation'

const database = await testDatabase()

type Row = { entry: string; party: string; demand: string; stance: string; summary: string }
const positionsAsOf = (negotiation: string, held: string, known: string = 'infinity') =>
  publicClient().$queryRaw<
    Row[]
  >`select entry, party, demand, stance, summary from positions_as_of(${negotiation}, ${held}::date, ${known}::timestamptz)`

const now = async () => {
  const instant = await withConnection(database.ownerUrl, (client: pg.Client) =>
    client.query('select clock_timestamp()::text as at'),
  )
  await sleep(5)
  return instant.rows[0].at as string
}

test('the held clock in SQL and in TypeScript say the same of any day', async () => {
  await importDataset(makeNegotiation({ slug: 'clocks', parties: 5, demands: 8, entries: 400, seed: 7 }))
  const record = await findRecord('clocks')
  if (!record) throw new Error('The record is missing.')
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: -10, max: 2000 }), async (days) => {
      const day = addDays('2021-01-01', days)
      const inSql = (await positionsAsOf('clocks', day)).map(({ entry }) => entry).sort()
      const cells = new Map<string, typeof record.entries>()
      for (const entry of record.entries)
        cells.set(`${entry.party} ${entry.demand}`, [...(cells.get(`${entry.party} ${entry.demand}`) ?? []), entry])
      const inCode = [...cells.values()].flatMap((entries) => positionOn(inOrder(entries), day)?.entry.id ?? []).sort()
      expect(inSql).toEqual(inCode)
    }),
    { numRuns: 60 },
  )
}, 60_000)

test('the known clock brings back what readers saw: before, after a correction, after a withdrawal', async () => {
  const made = makeNegotiation({ slug: 'known', parties: 1, demands: 1, entries: 1 })
  const [entry] = made.entries
  if (!entry) throw new Error('There is no entry.')
  const nothingYet = await now()
  await importDataset(made)
  const first = await now()
  const before = entry.summary
  entry.summary = 'Said in better words.'
  await importDataset(made, { reason: 'Better words' })
  const corrected = await now()
  await withConnection(database.appUrl, (client: pg.Client) =>
    client.query(
      `insert into publication (negotiation_id, entry_id, revision_id, kind, reason, published_by)
       select e.negotiation_id, e.id, p.revision_id, 'withdrawal', 'Coded for the wrong party', 'editor' from entry e join publication p on p.id = e.live_publication_id where e.id = $1`,
      [entry.id],
    ),
  )
  const day = '2026-12-31'
  const seen = async (known?: string) => (await positionsAsOf('known', day, known)).map(({ summary }) => summary)
  expect(await seen(nothingYet)).toEqual([])
  expect(await seen(first)).toEqual([before])
  expect(await seen(corrected)).toEqual(['Said in better words.'])
  expect(await seen()).toEqual([])
  // The same question about the past, asked again, has the same answer.
  expect(await seen(first)).toEqual([before])
  expect(await findTombstone(entry.id)).toMatchObject({ reason: 'Coded for the wrong party', party: 'party-1' })
  expect(await findRecord('known')).toBeNull()
})

test('the past by index is what was the present then, whatever was published since', async () => {
  const made = makeNegotiation({ slug: 'past', parties: 4, demands: 5, entries: 200, seed: 9 })
  const days = ['2022-03-01', '2024-01-15', '2026-12-31']
  const seen: { at: string; day: string; recordOnly: boolean; rows: unknown[] }[] = []
  const look = async () => {
    const at = await now()
    for (const day of days)
      for (const recordOnly of [false, true])
        seen.push({
          at,
          day,
          recordOnly,
          rows: await publicClient().$queryRaw`select * from published_positions('past', ${day}::date, ${recordOnly})`,
        })
  }
  await look()
  await importDataset({ ...made, entries: made.entries.slice(0, 120) })
  await look()
  // One cell changes, then many do: other words, another stance, another day; and two entries go.
  for (const [step, every] of [97, 7].entries()) {
    for (const entry of made.entries.slice(0, 120).filter((_, at) => at % every === 3))
      Object.assign(entry, {
        summary: `Said anew ${step}.`,
        stance: 'accepts',
        terms: null,
        shift: null,
        heldFrom: days[0],
      })
    await importDataset({ ...made, entries: made.entries.slice(0, 120) })
    await look()
  }
  await withConnection(database.appUrl, (client: pg.Client) =>
    client.query(
      `insert into publication (negotiation_id, entry_id, revision_id, kind, reason, published_by)
       select e.negotiation_id, e.id, p.revision_id, 'withdrawal', 'Made in error', 'editor'
       from entry e join publication p on p.id = e.live_publication_id where e.id in ('past-4', 'past-50')`,
    ),
  )
  await look()
  await importDataset(made)
  await look()
  for (const { at, day, recordOnly, rows } of seen)
    expect(
      await publicClient()
        .$queryRaw`select * from published_positions_known('past', ${day}::date, ${recordOnly}, ${at}::timestamptz)`,
      `${day} as known at ${at}`,
    ).toEqual(rows)
  expect(new Set(seen.map(({ rows }) => JSON.stringify(rows))).size).toBeGreaterThan(20)
}, 60_000)
