// The drill: everything into a file, back into another database, and the same canonical hash. And every way in which it must refuse.
import { randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest'
import { canonicalHash } from '@/lib/db/canonical-hash'
import { withConnection } from '@/lib/db/connection'
import { dropDatabase } from '@/lib/db/drop-database'
import { applyWithin, migrate } from '@/lib/db/migrate'
import { readMigrations } from '@/lib/db/migration-files'
import { importDataset } from '@/lib/domain/dataset/import'
import { type Addresses, inDatabase } from '@/tests/addresses'
import { testDatabase } from '@/tests/database'
import { makeNegotiation } from '@/tests/made/negotiation'
import { backUp } from './back-up'
import type { Header } from './header'
import { restore } from './restore'
import { readSealed, writeSealed } from './sealed-file'

// What a later migration may bring: derived values, a column that is dropped, no key, odd values, a row of its own, a guard.
const LATER = {
  name: '20990101000001_later',
  sql: `create table later (id bigint generated always as identity, twice bigint generated always as (id * 2) stored,
      gone int, note text, at timestamptz, blob bytea, "Odd ""name" jsonb);
    alter table later drop column gone;
    insert into later (note, at, blob, "Odd ""name") values (null, 'infinity', '\\x00ff', '{"a": [1, null]}');
    create trigger later_is_kept before update or delete on later for each row execute function refuse_to_change_history()`,
}
const checkout = vi.hoisted(() => ({ without: [] as string[] }))
vi.mock('@/lib/db/migration-files', async (original) => {
  const real = await original<typeof import('@/lib/db/migration-files')>()
  const all = () => [...real.readMigrations(), LATER].filter(({ name }) => !checkout.without.includes(name))
  return { ...real, readMigrations: all }
})

const database = await testDatabase()
const folder = mkdtempSync(join(tmpdir(), 'parley-backup-'))
const file = join(folder, 'record.backup')
const made: string[] = []
let header: Header

/** A database on the test server without anything in it. */
async function emptyDatabase(): Promise<Addresses> {
  const name = `parley_test_backup_${randomBytes(4).toString('hex')}`
  await withConnection(inject('server').ownerUrl, (owner) => owner.query(`create database ${name} template template0`))
  made.push(name)
  return inDatabase(database, name)
}

const query = async (sql: string, at: Addresses = database) =>
  (await withConnection(at.ownerUrl, (owner: pg.Client) => owner.query(sql))).rows

const hashOf = ({ ownerUrl }: Addresses) =>
  withConnection(ownerUrl, async (owner) => {
    await owner.query('begin')
    return canonicalHash(owner)
  })

const countTables = async (at: Addresses) =>
  (await query(`select count(*)::int as n from pg_class where relnamespace = 'public'::regnamespace`, at))[0].n

beforeAll(async () => {
  await migrate(database.ownerUrl, { roles: database })
  const entries = makeNegotiation({ slug: 'kept', parties: 3, demands: 4, entries: 60, seed: 3 })
  await importDataset(entries)
  for (const entry of entries.entries.slice(0, 5))
    entry.summary = `Said in other words: ${entry.summary}\tand\\.\n\\.\n`
  await importDataset(entries, { reason: 'Better words' })
  await query(
    `insert into later (note, at, blob, "Odd ""name") values ('\\N', '1600-01-01', '', 'null'), ('', now(), null, null)`,
  )
  header = await backUp(database.ownerUrl, file)
})
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  for (const name of made) await withConnection(inject('server').ownerUrl, (owner) => dropDatabase(owner, name))
})

test('is readable by its owner alone, and leaves nothing beside it', () => {
  expect((statSync(file).mode & 0o777).toString(8)).toBe('600')
  expect(readdirSync(folder)).toEqual(['record.backup'])
})

test('backup and restore: the same canonical hash, every table, and the rules in force again', async () => {
  const fresh = await emptyDatabase()
  const restored = await restore(fresh, file)
  expect(restored).toEqual({ header, migrated: [] })
  expect(await hashOf(fresh)).toBe(await hashOf(database))
  expect(header.rows).toMatchObject({ entry: 60, revision: 65, publication: 65, later: 3 })
  expect(await query('select id, twice from later order by id', fresh)).toEqual(
    await query('select id, twice from later order by id'),
  )
  for (const table of ['revision', 'publication', 'citation', 'audit', 'source_text', 'later'])
    await expect(query(`delete from ${table}`, fresh)).rejects.toThrow(/never changed or deleted/)
  await expect(query('update entry set negotiation_id = 99', fresh)).rejects.toThrow(/keeps its party/)
  await expect(query('delete from negotiation', fresh)).rejects.toThrow(/foreign key/)
  const rules = `select conname, conrelid::regclass::text, pg_get_constraintdef(oid) from pg_constraint
    where connamespace = 'public'::regnamespace order by 1, 2`
  expect(await query(rules, fresh)).toEqual(await query(rules))
  await expect(query('select * from revision', { ...fresh, ownerUrl: fresh.publicUrl })).rejects.toThrow(/permission/)
  expect(
    (await query('select count(*)::int as n from published_entry', { ...fresh, ownerUrl: fresh.publicUrl }))[0].n,
  ).toBe(60)
  // Numbers go on where they were.
  const next = "select nextval('audit_id_seq')::int as n"
  expect((await query(next, fresh))[0].n).toBe((await query(next))[0].n)
})

test('the canonical hash tells one changed character, and is blind to the order of writing', async () => {
  const before = await hashOf(database)
  await query('update party set ordinal = ordinal') // moves the rows within the table
  expect(await hashOf(database)).toBe(before)
  await query("update party set note = coalesce(note, '') || '.' where id = 1")
  expect(await hashOf(database)).not.toBe(before)
})

test('the snapshot is one instant, though others write meanwhile', async () => {
  const before = (
    await query('select (select count(*) from topic)::int as topic, (select count(*) from audit)::int as audit')
  )[0]
  let writing = true
  const writer = (async () => {
    for (let at = 0; writing; at++)
      await query(`with new as (insert into topic (negotiation_id, slug, title, ordinal) values (1, 'new-${at}', 'x', ${at}))
        insert into audit (actor, action, subject_kind, subject_id, details) values ('test', 'add', 'topic', '${at}', '{}')`)
  })()
  const during = await backUp(database.ownerUrl, join(folder, 'during.backup'))
  writing = false
  await writer
  const [added, noted] = [(during.rows.topic ?? 0) - before.topic, (during.rows.audit ?? 0) - before.audit]
  expect(added).toBe(noted)
  const fresh = await emptyDatabase()
  expect((await restore(fresh, join(folder, 'during.backup'))).header.canonicalHash).toBe(await hashOf(fresh))
})

test('a file that was cut short or changed anywhere is refused before anything is written', async () => {
  const fresh = await emptyDatabase()
  const whole = readFileSync(file)
  const bad = join(folder, 'bad.backup')
  const refuse = async (bytes: Buffer) => {
    writeFileSync(bad, bytes)
    await expect(restore(fresh, bad)).rejects.toThrow(/cut short or changed after it was made.*\n.*Fetch it again/)
  }
  for (const length of [0, 1, 90, Math.floor(whole.length / 2), whole.length - 90, whole.length - 1])
    await refuse(whole.subarray(0, length))
  for (const at of [
    0,
    4,
    9,
    100,
    Math.floor(whole.length / 2),
    whole.length - 100,
    whole.length - 50,
    whole.length - 1,
  ]) {
    const changed = Buffer.from(whole)
    changed[at] = (changed[at] as number) ^ 1
    await refuse(changed)
  }
  await refuse(Buffer.concat([whole, Buffer.from('\n')]))
  await expect(restore(fresh, join(folder, 'absent'))).rejects.toThrow(/no readable file/)
  expect(await countTables(fresh)).toBe(0)
})

test('a database that is not empty is refused, and says what to do instead', async () => {
  const before = await hashOf(database)
  await expect(restore(database, file)).rejects.toThrow(/not empty.*\n.*create database/)
  expect(await hashOf(database)).toBe(before)
})

test('an empty database that has its tables already is filled', async () => {
  const fresh = await emptyDatabase()
  checkout.without = [LATER.name] // which brings a row of its own, and so would not leave it empty
  await migrate(fresh.ownerUrl, { roles: fresh })
  checkout.without = []
  await restore(fresh, file)
  expect(await hashOf(fresh)).toBe(header.canonicalHash)
})

test('a failure in the midst leaves an empty database as it was', async () => {
  const fresh = await emptyDatabase()
  const wrong = join(folder, 'wrong.backup')
  const content = await readSealed(file, async (parts) => {
    const chunks: Buffer[] = []
    for await (const part of parts) chunks.push(part)
    return Buffer.concat(chunks).toString()
  })
  async function* one(text: string) {
    yield text
  }
  // Sealed anew, so that the seal fits: a party that is nowhere, and a word that is another.
  await writeSealed(wrong, one(content.replace(/\nparty-1\t|(\t)party-1\t/, '$1party-9\t')))
  await expect(restore(fresh, wrong)).rejects.toThrow(/has the hash/)
  await writeSealed(wrong, one(content.replace(/(\{"table":"speaker".*\n)(\d+\t\d+\t)\d+/, '$1$2777')))
  await expect(restore(fresh, wrong)).rejects.toThrow(/foreign key/)
  expect(await countTables(fresh)).toBe(0)
})

test('a backup of an older schema is restored as it was, then migrated', async () => {
  const [old, fresh] = [await emptyDatabase(), await emptyDatabase()]
  const before = readMigrations().slice(0, 3)
  await withConnection(old.ownerUrl, async (owner: pg.Client) => {
    for (const migration of before) await applyWithin(owner, migration)
    await owner.query(`
      insert into negotiation (slug, title, summary, started_on) values ('old', 'Old', 'Old', '2020-01-01');
      insert into party (negotiation_id, slug, name, short_name, role, ordinal) values (1, 'a', 'A', 'A', 'mediator', 0);
      insert into topic (negotiation_id, slug, title, ordinal) values (1, 't', 'T', 0);
      insert into demand (negotiation_id, topic_id, slug, title, proposition, low_end, high_end, ordinal) values (1, 1, 'd', 'D', 'D', 'l', 'h', 0);
      insert into source (slug, kind, publisher, title, title_basis, published_basis, language, grade) values ('s', 'news', 'P', 'T', 'page', 'page', 'en', 'B');
      insert into source_text (source_id, text, sha256) values (1, 'The words.', encode(sha256('The words.'), 'hex'));
      update source set current_text_id = 1;
      insert into negotiation_source values (1, 1, 0);
      insert into entry (id, negotiation_id, party_id, demand_id, ordinal) values ('e', 1, 1, 1, 0);
      insert into revision (negotiation_id, entry_id, number, held_from, date_precision, stance, summary, recorded_by) values (1, 'e', 1, '2020-02-02', 'day', 'accepts', 'Yes.', 'one');
      insert into citation (negotiation_id, revision_id, ordinal, source_id, source_text_id, quote, prefix, suffix, starts_at, ends_at, quote_kind, attribution)
        values (1, 1, 0, 1, 1, 'The words', '', '.', 0, 9, 'speaker', 'on-record');
      insert into publication (negotiation_id, entry_id, revision_id, kind, published_by) values (1, 'e', 1, 'first', 'two')`)
  })
  const older = join(folder, 'older.backup')
  await backUp(old.ownerUrl, older)
  const { header: said, migrated } = await restore(fresh, older)
  expect(said.migrations.map(({ name }) => name)).toEqual(before.map(({ name }) => name))
  expect(migrated).toEqual(
    readMigrations()
      .slice(3)
      .map(({ name }) => name),
  )
  expect((await query('select live_stance, live_on_record from entry', fresh))[0]).toEqual({
    live_stance: 'accepts',
    live_on_record: true,
  })
})

test('a backup of a newer Parley is refused, and so is an empty database that is newer than the backup', async () => {
  const fresh = await emptyDatabase()
  checkout.without = [LATER.name]
  await expect(restore(fresh, file)).rejects.toThrow(/another or a newer Parley: it has the migrations .*later/)
  expect(await countTables(fresh)).toBe(0)
  await expect(backUp(fresh.ownerUrl, join(folder, 'nothing'))).rejects.toThrow(/nothing to back up/)
  checkout.without = []
})
