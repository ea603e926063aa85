// What the database itself refuses, as the application's role and, where only a trigger stands in the way, as the owner.
import { readFileSync } from 'node:fs'
import type pg from 'pg'
import { beforeAll, expect, test } from 'vitest'
import { withConnection } from '@/lib/db/connection'
import { checkDataset } from '@/lib/domain/dataset/check'
import { importDataset } from '@/lib/domain/dataset/import'
import { testDatabase } from '@/tests/database'
import { makeNegotiation } from '@/tests/made/negotiation'

const database = await testDatabase()
const asApp = (sql: string) => withConnection(database.appUrl, (client: pg.Client) => client.query(sql))
const asOwner = (sql: string) => withConnection(database.ownerUrl, (client: pg.Client) => client.query(sql))

beforeAll(async () => {
  const checked = checkDataset(readFileSync('data/ukraine.json', 'utf8'))
  if (!checked.ok) throw new Error('The file has faults.')
  await importDataset(checked.dataset)
  await importDataset(makeNegotiation({ slug: 'other', parties: 2, demands: 2, entries: 4 }))
})

const HISTORY = ['revision', 'citation', 'publication', 'source_text', 'audit']

test.each(HISTORY)('the app may not change, delete or empty %s', async (table) => {
  await expect(asApp(`update ${table} set id = id`)).rejects.toThrow(/permission denied/)
  await expect(asApp(`delete from ${table}`)).rejects.toThrow(/permission denied/)
  await expect(asApp(`truncate ${table} cascade`)).rejects.toThrow(/permission denied/)
})

test.each(HISTORY)('nor may the owner, whom only the trigger stops, change %s', async (table) => {
  await expect(asOwner(`update ${table} set id = id`)).rejects.toThrow(/never changed or deleted/)
  await expect(asOwner(`delete from ${table}`)).rejects.toThrow(/never changed or deleted/)
  await expect(asOwner(`truncate ${table} cascade`)).rejects.toThrow(/never changed or deleted/)
})

test('the app has no way around: no schema change, no trigger off, no role of another', async () => {
  const ways = [
    'drop table revision cascade',
    'alter table revision disable trigger all',
    'drop trigger revision_is_kept on revision',
    'create table mine (id int)',
    "set session_replication_role = 'replica'",
    'update entry set live_publication_id = null',
    "update entry set party_id = 1 where id = 'e001'",
    'delete from entry',
    'create function mine() returns int language sql as $$ select 1 $$',
    'drop view published_entry',
  ]
  for (const way of ways) await expect(asApp(way), way).rejects.toThrow(/permission denied|must be owner/)
})

// A draft to play with: a new entry and revision, then what the rule is about, all undone at the end.
async function tryPublishing(change: {
  revision?: string
  citation?: string | null
  publication?: string
}): Promise<void> {
  await withConnection(database.appUrl, async (client: pg.Client) => {
    await client.query('begin')
    try {
      await client.query(
        "insert into entry (id, negotiation_id, party_id, demand_id, ordinal) select 'draft', negotiation_id, party_id, demand_id, 999 from entry where id = 'e152'",
      )
      const columns: Record<string, string> = { stance: "'accepts'", terms: 'null', recorded_by: "'writer'" }
      for (const part of (change.revision ?? '').split(';').filter(Boolean))
        columns[part.split('=')[0] as string] = part.split('=')[1] as string
      const revision = await client.query(
        `insert into revision (negotiation_id, entry_id, number, held_from, date_precision, summary, stance, terms, recorded_by)
         select negotiation_id, 'draft', 1, '2026-01-01', 'day', 'A draft.', ${columns.stance}, ${columns.terms}, ${columns.recorded_by} from entry where id = 'draft' returning id`,
      )
      const { id } = revision.rows[0]
      if (change.citation !== null) {
        await client.query(
          `insert into citation (negotiation_id, revision_id, ordinal, source_id, source_text_id, quote, prefix, suffix, starts_at, ends_at, quote_kind, attribution)
           select c.negotiation_id, ${id}, 0, c.source_id, c.source_text_id, ${change.citation ?? 'c.quote'}, c.prefix, c.suffix, c.starts_at, c.ends_at, c.quote_kind, c.attribution
           from citation c join revision r on r.id = c.revision_id where r.entry_id = 'e152' limit 1`,
        )
      }
      await client.query(
        `insert into publication (negotiation_id, entry_id, revision_id, kind, reason, published_by)
         select negotiation_id, 'draft', ${id}, ${change.publication ?? "'first', null, 'editor'"} from entry where id = 'draft'`,
      )
    } finally {
      await client.query('rollback')
    }
  })
}

test('a sound draft can be published', async () => {
  await expect(tryPublishing({})).resolves.toBeUndefined()
})

test.each([
  ['a publication without a citation', { citation: null }, /at least one citation/],
  ['a citation whose words are not in the stored text', { citation: "'words nobody said'" }, /not at characters/],
  [
    'a citation off by one letter',
    { citation: "upper(left(c.quote, 1)) || substr(c.quote, 2) || '.'" },
    /not at characters/,
  ],
  ['a conditional stance without terms', { revision: "stance='conditional'" }, /names its terms/],
  ['a conditional stance with blank terms', { revision: "stance='conditional';terms='  '" }, /names its terms/],
  ['an unknown stance', { revision: "stance='neutral'" }, /revision_stance_known/],
  ['publishing one’s own revision', { publication: "'first', null, 'writer'" }, /nobody publishes their own/],
  ['a correction of what was never published', { publication: "'correction', 'why', 'editor'" }, /only the first/],
  ['a withdrawal without a reason', { publication: "'withdrawal', ' ', 'editor'" }, /only the first|reason/],
])('refused: %s', async (_, change, message) => {
  await expect(tryPublishing(change)).rejects.toThrow(message)
})

test('nothing points across negotiations', async () => {
  const across = [
    "insert into entry (id, negotiation_id, party_id, demand_id, ordinal) select 'x', n.id, p.id, d.id, 0 from negotiation n, party p, demand d where n.slug = 'other' and p.slug = 'russia' and d.slug = 'demand-1' limit 1",
    "insert into entry (id, negotiation_id, party_id, demand_id, ordinal) select 'x', n.id, p.id, d.id, 0 from negotiation n, party p, demand d where n.slug = 'other' and p.slug = 'party-1' and d.slug = 'nato-troops' limit 1",
    "insert into revision (negotiation_id, entry_id, number, held_from, date_precision, stance, summary, recorded_by) select id, 'e001', 9, '2026-01-01', 'day', 'demands', 'x', 'writer' from negotiation where slug = 'other'",
    "insert into revision (negotiation_id, entry_id, number, held_from, date_precision, stance, summary, recorded_by, event_id) select n.id, 'e001', 9, '2026-01-01', 'day', 'demands', 'x', 'writer', v.id from negotiation n, event v where n.slug = 'ukraine' and v.slug = 'made-talks'",
    "insert into speaker (negotiation_id, party_id, slug, name, office, ordinal) select n.id, p.id, 'x', 'x', 'x', 0 from negotiation n, party p where n.slug = 'other' and p.slug = 'russia'",
  ]
  for (const sql of across) await expect(asApp(sql), sql).rejects.toThrow(/foreign key/)
})

test('the citations of a published revision are final', async () => {
  await expect(
    asApp(
      `insert into citation (negotiation_id, revision_id, ordinal, source_id, source_text_id, quote, prefix, suffix, starts_at, ends_at, quote_kind, attribution)
       select negotiation_id, revision_id, 99, source_id, source_text_id, quote, prefix, suffix, starts_at, ends_at, quote_kind, attribution from citation limit 1`,
    ),
  ).rejects.toThrow(/citations are final/)
})

test('a stored text has the hash it says', async () => {
  await expect(
    asApp("insert into source_text (source_id, text, sha256) select id, 'text', repeat('0', 64) from source limit 1"),
  ).rejects.toThrow(/source_text_hash_fits/)
})

test('an address that is not of the web is refused by the database too', async () => {
  await expect(asApp("update source set url = 'javascript:alert(1)' where slug = 'tass-2021-12-17'")).rejects.toThrow(
    /source_url_is_http/,
  )
})

test('the public role reads published views and nothing else, column by column', async () => {
  const readable = await withConnection(database.publicUrl, async (client: pg.Client) => {
    const { rows } = await client.query(
      `select c.relname as name, c.relkind as kind from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname = 'public' and c.relkind in ('r', 'v', 'm', 'S', 'p')`,
    )
    const allowed: string[] = []
    for (const { name } of rows) {
      const { rows: columns } = await client.query(
        'select attname from pg_attribute where attrelid = $1::regclass and attnum > 0',
        [name],
      )
      for (const { attname } of columns) {
        const can = await client.query(`select "${attname}" from "${name}" limit 1`).then(
          () => true,
          () => false,
        )
        if (can) allowed.push(`${name}.${attname}`)
      }
    }
    return allowed
  })
  expect(readable.length).toBeGreaterThan(50)
  expect(readable.filter((column) => !column.startsWith('published_'))).toEqual([])
  // The whole stored text is for signed-in people; readers see what is quoted, and a little around it.
  expect(readable.filter((column) => /\.(text|sha256|recorded_by|published_by|version)$/.test(column))).toEqual([])
})
