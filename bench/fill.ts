// A negotiation of any size straight in the tables, for measuring reads.
import type pg from 'pg'

export async function fillWith(owner: pg.Client, entries: number, slug: string): Promise<void> {
  for (const statement of fill(entries, slug).split(';')) await owner.query(statement)
}

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
  insert into entry (id, negotiation_id, party_id, filed_party_id, demand_id, ordinal) select id, n, party_id, party_id, demand_id, i from made;
  insert into revision (negotiation_id, entry_id, number, held_from, date_precision, stance, summary, terms, shift_kind, shift_basis, recorded_by)
    select n, id, 1, held_from, 'day', stance, 'Made position ' || i || ', stated in public and kept short.', 'On made terms.', shift_kind, case when shift_kind is not null then 'coder' end, 'writer' from made;
  insert into publication (negotiation_id, entry_id, revision_id, kind, published_at, published_by)
    select r.negotiation_id, r.entry_id, r.id, 'first', now(), 'editor' from revision r where r.entry_id like '${slug}-%';
  update entry e set live_publication_id = b.id, live_held_from = m.held_from, live_stance = m.stance, live_shift_kind = m.shift_kind, live_on_record = m.on_record
    from publication b join made m on m.id = b.entry_id where b.entry_id = e.id;
  drop table made; alter table entry enable trigger user; alter table revision enable trigger user; alter table publication enable trigger user; vacuum analyze entry; vacuum analyze revision; vacuum analyze publication`
