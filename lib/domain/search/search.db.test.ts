// What is found, in the record that ships: by any spelling, in any of its texts, and never what readers do not see.
import { readFile } from 'node:fs/promises'
import type pg from 'pg'
import { beforeAll, expect, test } from 'vitest'
import { withConnection } from '@/lib/db/connection'
import { checkDataset } from '@/lib/domain/dataset/check'
import { importDataset } from '@/lib/domain/dataset/import'
import { testDatabase } from '@/tests/database'
import type { SearchKind } from './kinds'
import { searchRecord } from './queries'

const database = await testDatabase()
const asApp = (sql: string) => withConnection(database.appUrl, (client: pg.Client) => client.query(sql))
const asOwner = (sql: string) => withConnection(database.ownerUrl, (client: pg.Client) => client.query(sql))
const keys = async (q: string, kind?: SearchKind) =>
  (await searchRecord({ q, kind, limit: 500 })).items.map(({ key }) => key)

beforeAll(async () => {
  const checked = checkDataset(await readFile('data/ukraine.json', 'utf8'))
  if (!checked.ok) throw new Error('The record that ships has faults.')
  await importDataset(checked.dataset)
})

test.each([
  ['Zelenskyy', 'Zelensky', 'Zelenskiy', 'zelenskyi', 'Zelens’kyy'],
  ['Kyiv', 'Kiev', 'KYIV'],
  ['Donbas', 'Donbass'],
  ['Medinsky', 'Medinskiy', 'Medynsky'].slice(0, 2),
  ['ceasefire', 'cease-fire'],
  ['recognise', 'recognize'],
])('%s is found however it is spelled', async (...spellings) => {
  const expected = await keys(spellings[0] as string, 'entry')
  expect(expected.length).toBeGreaterThan(0)
  for (const spelling of spellings) expect(new Set(await keys(spelling, 'entry'))).toEqual(new Set(expected))
})

test('every kind is found by its own words', async () => {
  expect(await keys('NATO renunciation', 'demand')).toContain('nato-renunciation')
  expect(await keys('peskov', 'speaker')).toEqual(['peskov'])
  expect(await keys('istanbul', 'event')).not.toEqual([])
  expect(await keys('Outlook India', 'source')).toContain('outlook-2025-12-14')
  expect(await keys('russia', 'party')).toContain('russia')
})

test('an entry is found by its quotation, and shows the one that answers', async () => {
  const { items, words } = await searchRecord({ q: '"already a compromise"', kind: 'entry' })
  expect(items.length).toBeGreaterThan(0)
  for (const { quote } of items) expect(quote).toMatch(/already a compromise/i)
  expect(words).toContain('compromise')
})

test('every word must be found, what stands after a minus must not, and the beginning of the last is enough', async () => {
  const all = await keys('guarantees', 'entry')
  const both = await keys('guarantees legally', 'entry')
  const without = await keys('guarantees -legally', 'entry')
  expect(both.length).toBeGreaterThan(0)
  expect([...both, ...without].sort()).toEqual([...all].sort())
  for (let length = 4; length <= 'guarantees'.length; length++)
    expect((await keys('guarantees'.slice(0, length), 'entry')).length).toBeGreaterThanOrEqual(all.length)
})

test('pages of one kind follow each other without a gap, and say how many there are', async () => {
  const whole = await searchRecord({ q: 'nato', kind: 'entry', limit: 500 })
  const first = await searchRecord({ q: 'nato', kind: 'entry', limit: 7 })
  const second = await searchRecord({ q: 'nato', kind: 'entry', limit: 7, from: 7 })
  expect([...first.items, ...second.items]).toEqual(whole.items.slice(0, 14))
  expect(second.totals.entry).toBe(whole.items.length)
  expect((await searchRecord({ q: 'nato', kind: 'entry', from: 900 })).totals.entry).toBe(whole.items.length)
})

test.each(['', '   ', 'the', '-nato', '" "', '&|!():*', "'); drop table entry; --", '\\', 'a'.repeat(200), '“'])(
  'asked with %j it answers without an error',
  async (q) => {
    const { items } = await searchRecord({ q })
    expect(Array.isArray(items)).toBe(true)
  },
)

test('a draft, a withdrawn entry and an earlier wording are not found', async () => {
  const [id] = (await keys('legally binding', 'entry')) as [string]
  const add = (number: number) => `
    insert into revision (negotiation_id, entry_id, number, held_from, date_precision, stance, summary, terms, recorded_by)
      select negotiation_id, entry_id, ${number}, held_from, date_precision, stance, 'Quetzalcoatl ${number}', terms, 'writer'
      from revision where entry_id = '${id}' order by number limit 1;
    insert into citation (negotiation_id, revision_id, ordinal, source_id, source_text_id, quote, prefix, suffix, starts_at, ends_at, quote_kind, speaker_id, attribution, said_on)
      select c.negotiation_id, (select id from revision where entry_id = '${id}' and number = ${number}), c.ordinal, c.source_id, c.source_text_id,
        c.quote, c.prefix, c.suffix, c.starts_at, c.ends_at, c.quote_kind, c.speaker_id, c.attribution, c.said_on
      from citation c join revision r on r.id = c.revision_id where r.entry_id = '${id}' and r.number = 1`
  const publish = (number: number, kind: string) => `
    insert into publication (negotiation_id, entry_id, revision_id, kind, reason, published_by)
      select negotiation_id, entry_id, id, '${kind}', 'Made in a test', 'editor' from revision where entry_id = '${id}' and number = ${number}`
  await asApp(add(90))
  expect(await keys('quetzalcoatl', 'entry')).toEqual([])
  await asApp(publish(90, 'correction'))
  expect(await keys('quetzalcoatl', 'entry')).toEqual([id])
  await asApp(add(91))
  await asApp(publish(91, 'correction'))
  expect(await keys('"quetzalcoatl 90"', 'entry')).toEqual([])
  await asApp(publish(91, 'withdrawal'))
  expect(await keys('quetzalcoatl', 'entry')).toEqual([])
})

test('a new name is found at once, and what is kept by hand is what would be made anew', async () => {
  await asApp("update speaker set name = 'Xanthippe Peskov' where slug = 'peskov'")
  await asApp("update demand set title = 'Ypsilon renunciation' where slug = 'nato-renunciation'")
  await asApp("update party set name = 'Zanzibar' where slug = 'europe'")
  await asApp("update source set publisher = 'Wombat Times' where slug = 'outlook-2025-12-14'")
  for (const name of ['xanthippe', 'ypsilon', 'zanzibar', 'wombat'])
    expect((await keys(name, 'entry')).length, name).toBeGreaterThan(0)
  const documents = 'select entry_id, held_from, document::text from entry_search order by entry_id'
  const kept = (await asOwner(documents)).rows
  await asOwner('select index_entries(array_agg(id)) from entry')
  expect((await asOwner(documents)).rows).toEqual(kept)
})
