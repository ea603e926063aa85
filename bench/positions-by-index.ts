// How long the table of a day and a page of shifts take in PostgreSQL, at 100,000 and at 1,000,000 entries of 60 demands and 12 parties.
// node --import tsx bench/positions-by-index.ts   (a database of its own, made and dropped)
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import { withConnection } from '@/lib/db/connection'
import { openDatabase } from '@/lib/db/database'
import { migrate } from '@/lib/db/migrate'
import { readSettings } from '@/lib/settings'

const folder = mkdtempSync(join(tmpdir(), 'parley-bench-'))
const database = await openDatabase(readSettings({ ...process.env, PARLEY_DATA: folder }))

/** Rows straight into the tables; the triggers that check each citation are off, for this is about reading. */
const fill = (entries: number, slug: string) => `
  alter table entry disable trigger user; alter table revision disable trigger user; alter table publication disable trigger user;
  insert into negotiation (slug, title, summary, started_on) values ('${slug}', 'Made', 'Made.', '2021-01-01');
  insert into party (negotiation_id, slug, name, short_name, role, ordinal)
    select n.id, 'party-' || i, 'Party ' || i, 'P' || i, 'backer', i from negotiation n, generate_series(1, 12) i where n.slug = '${slug}';
  insert into topic (negotiation_id, slug, title, ordinal) select id, 'topic', 'Topic', 0 from negotiation where slug = '${slug}';
  insert into demand (negotiation_id, topic_id, slug, title, proposition, low_end, high_end, keywords, ordinal)
    select t.negotiation_id, t.id, 'demand-' || i, 'Demand ' || i, 'They agree.', 'No.', 'Yes.', '{}', i
    from topic t join negotiation n on n.id = t.negotiation_id, generate_series(1, 60) i where n.slug = '${slug}';
  create temp table made as
    select i, '${slug}-' || i as id, (array(select p.id from party p join negotiation n on n.id = p.negotiation_id where n.slug = '${slug}'))[1 + (i * 7919::bigint) % 12] as party_id,
      (array(select d.id from demand d join negotiation n on n.id = d.negotiation_id where n.slug = '${slug}'))[1 + (i * 104729::bigint / 12) % 60] as demand_id,
      date '2021-01-01' + ((i::bigint * 1900) / ${entries})::int as held_from,
      (array['demands','accepts','conditional','opposes','rejects','ambiguous'])[1 + floor(random() * 6)::int] as stance,
      (array[null, 'reaffirmation', 'clarification'])[1 + floor(random() * 3)::int] as shift_kind,
      random() < 0.7 as on_record, (select id from negotiation where slug = '${slug}') as n
    from generate_series(1, ${entries}) i;
  insert into entry (id, negotiation_id, party_id, demand_id, ordinal) select id, n, party_id, demand_id, i from made;
  insert into revision (negotiation_id, entry_id, number, held_from, date_precision, stance, summary, terms, shift_kind, shift_basis, recorded_by)
    select n, id, 1, held_from, 'day', stance, 'Made position ' || i || ', stated in public and kept short.', 'On made terms.', shift_kind, case when shift_kind is not null then 'coder' end, 'writer' from made;
  insert into publication (negotiation_id, entry_id, revision_id, kind, published_at, published_by)
    select r.negotiation_id, r.entry_id, r.id, 'first', now(), 'editor' from revision r where r.entry_id like '${slug}-%';
  update entry e set live_publication_id = b.id, live_held_from = m.held_from, live_stance = m.stance, live_shift_kind = m.shift_kind, live_on_record = m.on_record
    from publication b join made m on m.id = b.entry_id where b.entry_id = e.id;
  drop table made; alter table entry enable trigger user; alter table revision enable trigger user; alter table publication enable trigger user; vacuum analyze entry; vacuum analyze revision; vacuum analyze publication`

const QUESTIONS: Record<string, (slug: string) => string> = {
  'table of a day': (slug) => `select * from published_positions('${slug}', '2024-06-01', false)`,
  'table of a day, on the record': (slug) => `select * from published_positions('${slug}', '2024-06-01', true)`,
  'table of a day as known at an instant': (slug) =>
    `select * from published_positions_known('${slug}', '2024-06-01', false, now())`,
  'view positions_as_of (before)': (slug) => `select * from positions_as_of('${slug}', '2024-06-01')`,
  'first page of 50 shifts': (slug) =>
    `select * from published_entries_page('${slug}', true, true, null, null, null, null, null, null, null, null, null, null, 50)`,
  'shifts of one party on one demand': (slug) =>
    `select * from published_entries_page('${slug}', true, true, null, null, '{party-3}', '{demand-7}', null, null, null, null, null, null, 50)`,
  'page of 50 shifts in the middle': (slug) =>
    `select * from published_entries_page('${slug}', true, true, null, null, null, null, null, null, null, '2023-06-01', 0, 'a', 50)`,
}

try {
  await migrate(database.ownerUrl, { roles: database })
  for (const entries of [100_000, 1_000_000]) {
    const slug = `made-${entries}`
    await withConnection(database.ownerUrl, async (client: pg.Client) => {
      for (const statement of fill(entries, slug).split(';')) await client.query(statement)
    })
    await withConnection(database.publicUrl, async (client: pg.Client) => {
      for (const [name, question] of Object.entries(QUESTIONS)) {
        const times: number[] = []
        let rows = 0
        const rounds = /as known|before/.test(name) ? 3 : 21
        for (let round = 0; round < rounds; round++) {
          const from = performance.now()
          rows = (await client.query(question(slug))).rowCount ?? 0
          times.push(performance.now() - from)
        }
        times.sort((a, b) => a - b)
        const at = (share: number) => times[Math.floor(share * (times.length - 1))]?.toFixed(1)
        console.log(`${entries} entries | ${name} | ${rows} rows | median ${at(0.5)} ms | worst ${at(1)} ms`)
      }
    })
  }
} finally {
  await database.close()
  rmSync(folder, { recursive: true, force: true })
}
