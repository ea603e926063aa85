// The comparison table, its strip and the table of shifts as the database gives them, against the rules, which read every entry.
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import type pg from 'pg'
import { beforeAll, expect, test } from 'vitest'
import { withConnection } from '@/lib/db/connection'
import { buildComparison } from '@/lib/domain/comparison/build'
import { findComparison, findTable } from '@/lib/domain/comparison/queries'
import { buildStrip } from '@/lib/domain/comparison/strip'
import { checkDataset } from '@/lib/domain/dataset/check'
import { importDataset } from '@/lib/domain/dataset/import'
import { findRecord } from '@/lib/domain/negotiation/queries'
import type { PublishedRecord } from '@/lib/domain/negotiation/record'
import { findShiftTable, listShiftMonths } from '@/lib/domain/shift/queries'
import { buildShiftTable, type ShiftTable } from '@/lib/domain/shift/table'
import { addDays, monthOf } from '@/lib/domain/time/day'
import { testDatabase } from '@/tests/database'
import { makeNegotiation } from '@/tests/made/negotiation'

const database = await testDatabase()
const TODAY = '2026-11-24'
const records: Record<string, PublishedRecord> = {}

beforeAll(async () => {
  const real = checkDataset(readFileSync('data/ukraine.json', 'utf8'))
  if (!real.ok) throw new Error('The data that ship are not sound.')
  await importDataset(real.dataset)
  // Few cells make long runs, with changes of terms within them; many cells are empty or begin late.
  await importDataset(makeNegotiation({ slug: 'dense', parties: 3, demands: 4, entries: 400, seed: 11 }))
  await importDataset(makeNegotiation({ slug: 'sparse', parties: 6, demands: 12, entries: 90, seed: 3 }))
  const runs = makeNegotiation({ slug: 'runs', parties: 2, demands: 2, entries: 120, seed: 5 })
  // One stance, and several citations of each entry: long runs of many sources, on one day and another.
  for (const [at, entry] of runs.entries.entries()) {
    entry.stance = at % 17 === 0 ? 'rejects' : 'accepts'
    entry.heldFrom = addDays('2021-01-01', Math.floor(at / 3))
    entry.shift = at % 5 === 0 ? { type: 'clarification', basis: 'coder', note: null } : null
    const more = runs.entries[(at * 7) % runs.entries.length]?.citations[0]
    if (at % 2 === 0 && more) entry.citations.push({ ...more, attribution: 'reported' })
  }
  await importDataset(runs)
  await withConnection(database.appUrl, (client: pg.Client) =>
    client.query(
      `insert into publication (negotiation_id, entry_id, revision_id, kind, reason, published_by)
       select e.negotiation_id, e.id, p.revision_id, 'withdrawal', 'Made in error', 'editor'
       from entry e join publication p on p.id = e.live_publication_id where e.id like '%-%7'`,
    ),
  )
  // A correction moves an entry in time and to another stance.
  const corrected = makeNegotiation({ slug: 'dense', parties: 3, demands: 4, entries: 400, seed: 11 })
  for (const entry of corrected.entries.filter((_, at) => at % 50 === 1))
    Object.assign(entry, { heldFrom: '2023-06-01', stance: 'accepts', shift: null })
  await importDataset(corrected)
  for (const slug of ['ukraine', 'dense', 'sparse', 'runs']) records[slug] = (await findRecord(slug)) as PublishedRecord
  expect(Object.values(records).map(({ entries }) => entries.length)).toEqual([210, 360, 81, 108])
}, 60_000)

const anyRecord = fc.constantFrom('ukraine', 'dense', 'sparse', 'runs')
const anyDay = fc.oneof(
  fc.integer({ min: -10, max: 2200 }).map((days) => addDays('2020-12-25', days)),
  fc.constant(TODAY),
)

test('the table by index and by the rules is the same, on any day, seen from any other', async () => {
  await fc.assert(
    fc.asyncProperty(anyRecord, anyDay, anyDay, async (slug, day, today) => {
      expect(await findComparison(slug, day, today)).toEqual(
        buildComparison(records[slug] as PublishedRecord, day, today),
      )
    }),
    { numRuns: 150 },
  )
}, 60_000)

test.each(['ukraine', 'dense', 'sparse', 'runs'])('%s: the table of today and the strip are the same', async (slug) => {
  const record = records[slug] as PublishedRecord
  expect(await findTable(slug, TODAY, TODAY)).toEqual({
    view: buildComparison(record, TODAY, TODAY),
    strip: buildStrip(record, TODAY),
  })
})

test('the table of shifts is the same, of any span and length, and so are its months', async () => {
  await fc.assert(
    fc.asyncProperty(anyRecord, anyDay, anyDay, fc.integer({ min: 0, max: 400 }), async (slug, from, to, most) => {
      const whole = buildShiftTable(records[slug] as PublishedRecord)
      expect(await findShiftTable(slug)).toEqual(whole)
      const kept = whole.on.flatMap((on, at) => (on >= from && on <= to ? [at] : [])).slice(0, most)
      expect(await findShiftTable(slug, { from, to, most })).toEqual(rowsOf(whole, kept))
      const months = whole.on.map(monthOf)
      expect(await listShiftMonths(slug)).toEqual(
        [...new Set(months)].map((month) => ({ month, shifts: months.filter((one) => one === month).length })),
      )
    }),
    { numRuns: 40 },
  )
}, 60_000)

const rowsOf = ({ parties, demands, speakers, ...columns }: ShiftTable, kept: number[]) => ({
  parties,
  demands,
  speakers,
  ...Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, kept.map((at) => column[at])])),
})

test('of a negotiation that is not there nothing is found', async () => {
  expect(await findTable('nowhere', TODAY, TODAY)).toBeNull()
  expect(await findShiftTable('nowhere')).toBeNull()
})
