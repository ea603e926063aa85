// Pages that count in the database what the rules would count of every entry: both must say the same.
import { readFileSync } from 'node:fs'
import type pg from 'pg'
import { beforeAll, expect, test } from 'vitest'
import { withConnection } from '@/lib/db/connection'
import { checkDataset } from '@/lib/domain/dataset/check'
import { importDataset } from '@/lib/domain/dataset/import'
import { buildDemand } from '@/lib/domain/demand/build'
import { findDemand } from '@/lib/domain/demand/queries'
import { buildEvents } from '@/lib/domain/event/build'
import { findEvents } from '@/lib/domain/event/queries'
import { coverageOf } from '@/lib/domain/negotiation/coverage'
import { findCoverage } from '@/lib/domain/negotiation/find-coverage'
import { findRecord } from '@/lib/domain/negotiation/queries'
import type { PublishedRecord } from '@/lib/domain/negotiation/record'
import { countPages, listPages } from '@/lib/domain/negotiation/site-pages'
import { pagesOf } from '@/lib/domain/negotiation/sitemap'
import { buildParty, type Said } from '@/lib/domain/party/build'
import { findParty, listSaid } from '@/lib/domain/party/queries'
import { chooseRows, FIRST_CHOICE, sourceRows } from '@/lib/domain/source/list'
import { listSourceRows } from '@/lib/domain/source/list-rows'
import { testDatabase } from '@/tests/database'
import { makeNegotiation } from '@/tests/made/negotiation'

const database = await testDatabase()
const TODAY = '2026-11-24'
const EVERYTHING = 10_000
const NAMES = ['ukraine', 'dense', 'sparse']
const records: Record<string, PublishedRecord> = {}
const recordOf = (name: string) => records[name] as PublishedRecord

beforeAll(async () => {
  const real = checkDataset(readFileSync('data/ukraine.json', 'utf8'))
  if (!real.ok) throw new Error('The data that ship are not sound.')
  await importDataset(real.dataset)
  const dense = makeNegotiation({ slug: 'dense', parties: 3, demands: 4, entries: 400, seed: 11 })
  const event = { title: 'Talks', endDate: null, place: null, participants: ['party-1'], kind: 'talks' as const }
  // Two on one day: a shift stands with its own occasion.
  dense.events.push(
    { ...event, slug: 'first', date: '2022-01-01', source: 'dense-source-1' },
    { ...event, slug: 'second', date: '2023-01-01', source: null },
    { ...event, slug: 'third', date: '2023-01-01', source: null },
  )
  for (const [at, entry] of dense.entries.entries()) if (at % 3 === 0) entry.event = at % 2 === 0 ? 'second' : 'first'
  await importDataset(dense)
  await importDataset(makeNegotiation({ slug: 'sparse', parties: 6, demands: 12, entries: 90, seed: 3 }))
  await withConnection(database.appUrl, (client: pg.Client) =>
    client.query(
      `insert into publication (negotiation_id, entry_id, revision_id, kind, reason, published_by)
       select e.negotiation_id, e.id, p.revision_id, 'withdrawal', 'Made in error', 'editor'
       from entry e join publication p on p.id = e.live_publication_id where e.id like '%-%7'`,
    ),
  )
  for (const name of NAMES) records[name] = (await findRecord(name)) as PublishedRecord
}, 60_000)

test.each(NAMES)('%s: events, with what shifted after each', async (name) => {
  expect(await findEvents(name, EVERYTHING)).toEqual(buildEvents(recordOf(name)))
})

test('of very many shifts after one event the newest are listed and all are counted', async () => {
  const [few, all] = [await findEvents('dense', 5), buildEvents(recordOf('dense'))]
  expect(few?.steps.map(({ shifts }) => shifts)).toEqual(all.steps.map(({ shifts }) => shifts))
  expect(few?.steps.map(({ moves }) => moves)).toEqual(all.steps.map(({ moves }) => moves.slice(0, 5)))
  expect(few?.before).toEqual({ ...all.before, moves: all.before.moves.slice(0, 5) })
})

test.each(NAMES)('%s: parties', async (name) => {
  for (const { slug } of recordOf(name).parties.slice(0, 3)) {
    const said: Map<string, Said> = await listSaid(name, slug)
    const whole = buildParty(recordOf(name), slug, TODAY, said)
    expect(await findParty(name, slug, TODAY, EVERYTHING)).toEqual(whole)
    expect(await findParty(name, slug, TODAY, 2)).toEqual({ ...whole, moves: whole?.moves.slice(0, 2) })
  }
})

test.each(NAMES)(
  '%s: demands, and the newest entries in full',
  async (name) => {
    for (const { slug } of recordOf(name).demands.slice(0, 4)) {
      expect(await findDemand(name, slug, TODAY, EVERYTHING)).toEqual(
        buildDemand(recordOf(name), slug, TODAY, EVERYTHING),
      )
      expect(await findDemand(name, slug, TODAY, 3)).toEqual(buildDemand(recordOf(name), slug, TODAY, 3))
    }
  },
  60_000,
)

test.each(NAMES)('%s: what the record covers', async (name) => {
  expect(await findCoverage(name)).toEqual(coverageOf(recordOf(name)))
})

test.each(NAMES)('%s: the table of sources, newest first, whole and in parts', async (name) => {
  const rows = chooseRows(sourceRows(recordOf(name)), FIRST_CHOICE)
  expect(await listSourceRows(name)).toEqual(rows)
  expect(await listSourceRows(name, 3, 4)).toEqual(rows.slice(3, 7))
})

test('every page of the sitemap, with its last change', async () => {
  // A source that serves several records changes with each of them; these share none.
  const expected = NAMES.flatMap((name) => pagesOf(recordOf(name)))
  const pages = await listPages(0, EVERYTHING)
  const sorted = (list: typeof pages) => list.toSorted((a, b) => (a.path < b.path ? -1 : 1))
  expect(sorted(pages)).toEqual(sorted(expected))
  expect(await countPages()).toBe(expected.length)
  expect([...(await listPages(0, 100)), ...(await listPages(100, EVERYTHING))]).toEqual(pages)
})

test('of what is not there nothing is found', async () => {
  expect(await findEvents('nowhere')).toBeNull()
  expect(await findCoverage('nowhere')).toBeNull()
  expect(await findParty('ukraine', 'nobody', TODAY)).toBeNull()
  expect(await findDemand('ukraine', 'nothing', TODAY)).toBeNull()
  expect(await listSourceRows('nowhere')).toEqual([])
})
