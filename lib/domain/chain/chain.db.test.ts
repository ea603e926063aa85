// The chain over revisions and publications: made by the database whoever writes, whole under concurrency, and every change of what is chained is found.
import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import type pg from 'pg'
import { afterAll, expect, inject, test } from 'vitest'
import { suspendRules } from '@/lib/db/backup/suspend-rules'
import { withConnection } from '@/lib/db/connection'
import { dropDatabase } from '@/lib/db/drop-database'
import { applyWithin, migrate } from '@/lib/db/migrate'
import { readMigrations } from '@/lib/db/migration-files'
import { importDataset } from '@/lib/domain/dataset/import'
import { withdrawEntry } from '@/lib/domain/entry/withdraw-entry'
import { approveRevision } from '@/lib/domain/review/approve-revision'
import { inDatabase } from '@/tests/addresses'
import { testDatabase } from '@/tests/database'
import { liveRevision, makeDesk, person, sentEntry } from '@/tests/made/desk'
import { makeNegotiation } from '@/tests/made/negotiation'
import { tamper } from '@/tests/made/tamper'
import { canonical } from './canonical'
import { findChainHead } from './head'
import { verifyChain } from './verify'

const database = await testDatabase()
const asApp = (sql: string) => withConnection(database.appUrl, (client: pg.Client) => client.query(sql))
const asOwner = (sql: string) => withConnection(database.ownerUrl, (client: pg.Client) => client.query(sql))
const verify = (noted: string | null = null, url = database.appUrl) =>
  withConnection(url, (client) => verifyChain(client, { noted }))
const countOf = async (table: string) => (await asOwner(`select count(*)::int as n from ${table}`)).rows[0].n as number

const writer = person('researcher', 'writer')
const editor = person('editor')

test('an empty database has an empty chain, which is whole', async () => {
  expect(await verify()).toEqual({ links: 0, head: null, noted: null, fault: null })
  expect(await findChainHead()).toBeNull()
})

test('import, sending, approving and withdrawing each add their links, and nothing else does', async () => {
  await makeDesk()
  expect(await countOf('chain_link')).toBe(80)
  const sent = await sentEntry(writer)
  expect(await countOf('chain_link')).toBe(81) // an unpublished revision is covered too
  const before = await findChainHead()
  expect(before?.number).toBe(80) // and readers hear nothing of it
  await approveRevision(editor, { review: sent.review, version: sent.version, note: null })
  expect(await findChainHead()).toMatchObject({ number: 82 })
  await withdrawEntry(editor, { entry: sent.entry, live: await liveRevision(sent.entry), reason: 'Coded twice.' })
  const verdict = await verify(before?.hash)
  expect(verdict).toMatchObject({ links: 83, noted: 80, fault: null })
  expect(await findChainHead()).toMatchObject({ number: 83, hash: verdict.head?.hash })
})

test('a head that was noted and is not in the chain is not found', async () => {
  expect((await verify('f'.repeat(64))).noted).toBeNull()
})

test('the database writes any text as this code does: canonical JSON', async () => {
  await withConnection(database.ownerUrl, async (owner: pg.Client) => {
    const text = fc.string({ unit: 'binary', maxLength: 30 }).filter((one) => !one.includes('\0') && one.isWellFormed())
    await fc.assert(
      fc.asyncProperty(text, async (given) => {
        const { rows } = await owner.query('select chain_text($1) as said', [given])
        expect(rows[0].said).toBe(canonical(given))
      }),
      { numRuns: 300 },
    )
    const special = '\u0001\u0007\b\t\n\f\r"\\/\u007f\u0080\u2028\u2029\ufeff😀é'
    expect((await owner.query('select chain_text($1) as said', [special])).rows[0].said).toBe(canonical(special))
  })
})

test('twenty writers at once give one chain without a gap', async () => {
  const before = await countOf('chain_link')
  const datasets = Array.from({ length: 20 }, (_, at) => `writer-${at}`)
  const insert = (client: pg.Client, name: string, round: number) =>
    client.query(`with made as (
        insert into entry (id, negotiation_id, party_id, demand_id, ordinal)
        select '${name}-${round}', negotiation_id, party_id, demand_id, 500 from entry where id = 'desk-1' returning *), saved as (
        insert into revision (negotiation_id, entry_id, number, held_from, date_precision, stance, summary, recorded_by)
        select negotiation_id, id, 1, '2024-01-01', 'day', 'accepts', 'Said at once.', '${name}' from made returning *)
      insert into citation (negotiation_id, revision_id, ordinal, source_id, source_text_id, quote, prefix, suffix, starts_at, ends_at, quote_kind, attribution)
      select s.negotiation_id, s.id, 0, c.source_id, c.source_text_id, c.quote, c.prefix, c.suffix, c.starts_at, c.ends_at, c.quote_kind, c.attribution
      from saved s, citation c join revision r on r.id = c.revision_id where r.entry_id = 'desk-1' and r.number = 1`)
  await Promise.all(
    datasets.map((name) =>
      withConnection(database.appUrl, async (client: pg.Client) => {
        for (let round = 0; round < 5; round++) {
          await client.query('begin')
          await insert(client, name, round)
          await client.query(round === 3 ? 'rollback' : 'commit')
        }
      }),
    ),
  )
  expect(await countOf('chain_link')).toBe(before + 20 * 4)
  expect(await verify()).toMatchObject({ links: before + 80, fault: null })
})

const LATE = `insert into citation (negotiation_id, revision_id, ordinal, source_id, source_text_id, quote, prefix, suffix, starts_at, ends_at, quote_kind, attribution)
  select c.negotiation_id, r.id, 7, c.source_id, c.source_text_id, c.quote, c.prefix, c.suffix, c.starts_at, c.ends_at, c.quote_kind, c.attribution
  from revision r, citation c where r.entry_id = 'writer-1-0' limit 1`
const FORGED = `insert into chain_link select number + 1, 'revision', 999999, salt, payload_hash, hash, hash from chain_link order by number desc limit 1`

test.each([
  ['changing a revision', 'update revision set summary = summary || $$.$$', /permission denied/],
  ['changing a citation', 'update citation set quote = quote', /permission denied/],
  ['changing a stored text', 'update source_text set text = text', /permission denied/],
  ['backdating a publication', "update publication set published_at = '2020-01-01'", /permission denied/],
  ['deleting a publication', 'delete from publication', /permission denied/],
  ['emptying the chain', 'truncate chain_link', /permission denied/],
  ['changing a link', 'update chain_link set hash = hash', /permission denied/],
  [
    'deleting the last link',
    'delete from chain_link where number = (select max(number) from chain_link)',
    /permission/,
  ],
  ['writing a link by hand', FORGED, /permission denied/],
  ['calling what writes links', "select chain_append('revision', array[1])", /permission denied/],
  ['writing past the chain', 'alter table revision disable trigger revision_is_chained', /must be owner/],
  [
    'replacing what is hashed',
    "create or replace function chain_text(given text) returns text language sql as $$ select 'x' $$",
    /must be owner|permission denied/,
  ],
  ['a further citation on a saved revision', LATE, /its citations are final/],
  ['showing readers another state', 'update entry set live_publication_id = null', /permission denied/],
  ['renaming what the chain names', "update chain_address set slug = slug || '-x'", /permission denied/],
  ['turning triggers off for a session', "set session_replication_role = 'replica'", /permission denied/],
])('the app is refused: %s', async (_, sql, message) => {
  await expect(asApp(sql)).rejects.toThrow(message)
})

test('the public role sees neither links nor what makes them', async () => {
  const asPublic = (sql: string) => withConnection(database.publicUrl, (client: pg.Client) => client.query(sql))
  await expect(asPublic('select * from chain_link')).rejects.toThrow(/permission denied/)
  await expect(asPublic("select chain_revision_payloads(array[1], array['x'])")).rejects.toThrow(/permission denied/)
})

test('constraints made immediate change nothing: a revision is then chained before its citations, which are refused', async () => {
  const before = await countOf('chain_link')
  await expect(
    asApp(`begin; set constraints all immediate;
      insert into revision (negotiation_id, entry_id, number, held_from, date_precision, stance, summary, recorded_by)
        select negotiation_id, id, 50, '2024-01-01', 'day', 'accepts', 'Early.', 'writer' from entry where id = 'desk-1';
      insert into citation (negotiation_id, revision_id, ordinal, source_id, source_text_id, quote, prefix, suffix, starts_at, ends_at, quote_kind, attribution)
        select r.negotiation_id, r.id, 0, c.source_id, c.source_text_id, c.quote, c.prefix, c.suffix, c.starts_at, c.ends_at, c.quote_kind, c.attribution
        from revision r, citation c where r.entry_id = 'desk-1' and r.number = 50 limit 1; commit`),
  ).rejects.toThrow(/its citations are final/)
  expect(await countOf('chain_link')).toBe(before)
})

test('1,000 random changes of one byte, made by the owner with every rule off: 1,000 found', async () => {
  await withConnection(database.ownerUrl, async (owner: pg.Client) => {
    await owner.query('begin')
    await suspendRules(owner)
    const checks = await owner.query(
      `select conrelid::regclass as t, conname as c from pg_constraint where contype = 'c' and connamespace = 'public'::regnamespace`,
    )
    for (const { t, c } of checks.rows) await owner.query(`alter table ${t} drop constraint "${c}"`)
    expect((await verifyChain(owner)).fault).toBeNull()
    const missed: string[] = []
    const tables = new Set<string>()
    for (let made = 0; made < 1_000; made++) {
      await owner.query('savepoint before')
      const change = await tamper(owner)
      tables.add(change.slice(0, change.indexOf(' ')))
      if ((await verifyChain(owner)).fault === null) missed.push(change)
      await owner.query('rollback to savepoint before')
    }
    expect(missed).toEqual([])
    expect([...tables].sort()).toEqual([
      'chain_address',
      'chain_link',
      'citation',
      'entry',
      'publication',
      'revision',
      'source_text',
    ])
    await owner.query('rollback')
  })
}, 120_000)

test.each([
  [
    'a word of a summary',
    "update revision set summary = 'Xgrees to it.' where id = 41",
    81,
    /revision 1 of entry .*what its rows say/,
  ],
  [
    'a stored text',
    "update source_text set text = text || '.' where id = 1",
    null,
    /stored text 1 of the source "desk-source-1"/,
  ],
  ['a link taken out', 'delete from chain_link where number = 30', 30, /link 30 is missing/],
  [
    'the last link with its row',
    'delete from chain_link where number = (select max(number) from chain_link)',
    null,
    /in no link/,
  ],
  [
    'what readers see',
    "update entry set live_publication_id = null, live_held_from = null, live_stance = null, live_shift_kind = null, live_on_record = null where id = 'desk-3'",
    null,
    /readers see another state/,
  ],
  ['a reason', "update publication set reason = 'Nothing.' where kind = 'withdrawal'", 83, /publication of revision 1/],
])('says what differs: %s', async (_, sql, number, message) => {
  await withConnection(database.ownerUrl, async (owner: pg.Client) => {
    await owner.query('begin')
    await suspendRules(owner)
    await owner.query('alter table source_text drop constraint source_text_hash_fits')
    await owner.query(sql)
    const { fault } = await verifyChain(owner)
    if (number !== null) expect(fault?.number).toBe(number)
    expect(`${fault?.about}: ${fault?.text}`).toMatch(message)
    await owner.query('rollback')
  })
})

test('a person’s name and id are no part of it: erasing them leaves the chain whole', async () => {
  await withConnection(database.ownerUrl, async (owner: pg.Client) => {
    await owner.query('begin')
    await suspendRules(owner)
    await owner.query("update revision set recorded_by = 'erased'; update publication set published_by = 'erased'")
    await owner.query("update source_text set recorded_by = 'erased'; update audit set actor = 'erased'")
    expect((await verifyChain(owner)).fault).toBeNull()
    await owner.query('rollback')
  })
})

const made: string[] = []
async function emptyDatabase() {
  const name = `parley_test_chain_${randomBytes(4).toString('hex')}`
  await withConnection(inject('server').ownerUrl, (owner) => owner.query(`create database ${name} template template0`))
  made.push(name)
  return inDatabase(database, name)
}
afterAll(async () => {
  for (const name of made) await withConnection(inject('server').ownerUrl, (owner) => dropDatabase(owner, name))
})

test('a database from before the chain is chained by the migration, and goes on from there', async () => {
  const old = await emptyDatabase()
  const earlier = readMigrations().filter(({ name }) => name < '20261126030000')
  await withConnection(old.ownerUrl, async (owner: pg.Client) => {
    for (const migration of earlier) await applyWithin(owner, migration)
    await owner.query(`
      insert into negotiation (slug, title, summary, started_on) values ('old', 'Old', 'Old', '2020-01-01');
      insert into party (negotiation_id, slug, name, short_name, role, ordinal) values (1, 'a', 'A', 'A', 'mediator', 0);
      insert into topic (negotiation_id, slug, title, ordinal) values (1, 't', 'T', 0);
      insert into demand (negotiation_id, topic_id, slug, title, proposition, low_end, high_end, ordinal) values (1, 1, 'd', 'D', 'D', 'l', 'h', 0);
      insert into source (slug, kind, publisher, title, title_basis, published_basis, language, grade) values ('s', 'news', 'P', 'T', 'page', 'page', 'en', 'B');
      insert into source_text (source_id, text, sha256) values (1, 'The words.', encode(sha256('The words.'), 'hex'));
      insert into negotiation_source values (1, 1, 0);
      insert into entry (id, negotiation_id, party_id, demand_id, ordinal) values ('e', 1, 1, 1, 0), ('f', 1, 1, 1, 1);
      insert into revision (negotiation_id, entry_id, number, held_from, date_precision, stance, summary, recorded_by)
        values (1, 'e', 1, '2020-02-02', 'day', 'accepts', 'Yes.', 'one'), (1, 'f', 1, '2020-02-03', 'day', 'rejects', 'No.', 'one');
      insert into citation (negotiation_id, revision_id, ordinal, source_id, source_text_id, quote, prefix, suffix, starts_at, ends_at, quote_kind, attribution)
        values (1, 1, 0, 1, 1, 'The words', '', '.', 0, 9, 'speaker', 'on-record');
      insert into publication (negotiation_id, entry_id, revision_id, kind, published_by) values (1, 'e', 1, 'first', 'two');
      insert into publication (negotiation_id, entry_id, revision_id, kind, reason, published_by) values (1, 'e', 1, 'withdrawal', 'Why.', 'two')`)
  })
  await migrate(old.ownerUrl, { roles: old })
  expect(await verify(null, old.appUrl)).toMatchObject({ links: 4, fault: null })
  await withConnection(old.appUrl, (client: pg.Client) =>
    client.query(`insert into revision (negotiation_id, entry_id, number, held_from, date_precision, stance, summary, recorded_by)
      values (1, 'f', 2, '2020-02-03', 'day', 'opposes', 'Rather not.', 'one')`),
  )
  expect(await verify(null, old.appUrl)).toMatchObject({ links: 5, fault: null })
})

test('another address, and a merge of parties, leave the chain whole', async () => {
  await withConnection(database.ownerUrl, async (owner: pg.Client) => {
    await owner.query('begin')
    for (const noun of ['negotiation', 'party', 'speaker', 'demand', 'event', 'source'])
      await owner.query(`update ${noun} set slug = slug || '-anew'`)
    await owner.query(`update party set merged_into_id = (select min(b.id) from party b where b.negotiation_id = party.negotiation_id)
      where id <> (select min(b.id) from party b where b.negotiation_id = party.negotiation_id)`)
    expect((await verifyChain(owner)).fault).toBeNull()
    await owner.query('rollback')
  })
})

test('a failed or a dry import leaves the chain as it was', async () => {
  const before = await countOf('chain_link')
  await importDataset(makeNegotiation({ slug: 'dry', parties: 2, demands: 2, entries: 5 }), { dryRun: true })
  expect(await countOf('chain_link')).toBe(before)
})
