-- 1. Foreign keys look an entry or a revision up by its negotiation and its id. For a negotiation that the statistics do not know yet, every
-- index that begins with the negotiation promises one row, and the check of each new row read all of those that the import had written so
-- far: 100,000 entries took hours. These begin with what tells rows apart.

-- DropIndex
DROP INDEX "entry_negotiation_id_demand_id_party_id_idx";

-- DropIndex
DROP INDEX "revision_by_import_digest";

-- DropIndex
DROP INDEX "revision_by_import_key";

-- CreateIndex
CREATE INDEX "entry_by_cell" ON "entry"("demand_id", "party_id");

-- CreateIndex
CREATE INDEX "revision_by_import_digest" ON "revision"("import_digest", "negotiation_id");

-- CreateIndex
CREATE INDEX "revision_by_import_key" ON "revision"("import_key", "negotiation_id");

-- 2. The citations of a revision are looked up one revision after the other. Gathered for all of them first, they were gathered anew for
-- each revision wherever PostgreSQL expected fewer of these than came.
create or replace function chain_revision_payloads(ids int[], salts text[]) returns table (subject_id int, payload text) language plpgsql stable
set search_path = public, pg_temp set enable_seqscan = off as $$
begin
  return query
  select r.id, '{"citations":[' || coalesce(q.citations, '') || '],"datePrecision":' || chain_text(r.date_precision) ||
    ',"demand":' || chain_text(d.slug) || ',"entry":' || chain_text(r.entry_id) || ',"event":' || chain_text(v.slug) ||
    ',"heldFrom":' || chain_day(r.held_from) || ',"id":' || r.id || ',"negotiation":' || chain_text(n.slug) || ',"number":' || r.number ||
    ',"party":' || chain_text(p.slug) || ',"recordedAt":' || chain_instant(r.recorded_at) || ',"salience":' || chain_text(r.salience) ||
    ',"salt":' || chain_text(a.salt) ||
    ',"shift":' || case when r.shift_kind is null then 'null' else '{"basis":' || chain_text(r.shift_basis) ||
      ',"note":' || chain_text(r.shift_note) || ',"type":' || chain_text(r.shift_kind) || '}' end ||
    ',"stance":' || chain_text(r.stance) || ',"summary":' || chain_text(r.summary) || ',"terms":' || chain_text(r.terms) ||
    ',"what":"revision"}'
  from unnest(ids, salts) a (id, salt)
  join revision r on r.id = a.id
  join entry e on e.id = r.entry_id
  join chain_address n on n.kind = 'negotiation' and n.subject_id = r.negotiation_id
  join chain_address p on p.kind = 'party' and p.subject_id = e.filed_party_id
  join chain_address d on d.kind = 'demand' and d.subject_id = e.demand_id
  left join chain_address v on v.kind = 'event' and v.subject_id = r.event_id
  left join lateral (
    select string_agg(
      '{"attribution":' || chain_text(c.attribution) || ',"endsAt":' || c.ends_at || ',"id":' || c.id || ',"ordinal":' || c.ordinal ||
      ',"prefix":' || chain_text(c.prefix) || ',"quote":' || chain_text(c.quote) || ',"quoteKind":' || chain_text(c.quote_kind) ||
      ',"saidOn":' || chain_day(c.said_on) || ',"source":' || chain_text(s.slug) || ',"speaker":' || chain_text(k.slug) ||
      ',"startsAt":' || c.starts_at || ',"suffix":' || chain_text(c.suffix) || ',"textSha256":' || chain_text(t.sha256) || '}',
      ',' order by c.ordinal, c.id) as citations
    from citation c
    join chain_address s on s.kind = 'source' and s.subject_id = c.source_id
    join source_text t on t.id = c.source_text_id
    left join chain_address k on k.kind = 'speaker' and k.subject_id = c.speaker_id
    where c.revision_id = r.id) q on true;
end $$;

-- 3. One party and one demand are said to be equal, not to be among a list of one: then their entries come in order out of the index of
-- their cell, and a page of 50 reads 50.
do $$
declare
  said text := pg_get_functiondef('published_entries_page'::regproc);
begin
  said := replace(said, 'slug = any (demands));
begin', 'slug = any (demands));
  one_party int := case when cardinality(of_parties) = 1 then of_parties[1] end;
  one_demand int := case when cardinality(of_demands) = 1 then of_demands[1] end;
begin');
  said := replace(said, '(of_parties is null or e.party_id = any (of_parties))',
    '(one_party is null or e.party_id = one_party) and (of_parties is null or one_party is not null or e.party_id = any (of_parties))');
  said := replace(said, '(of_demands is null or e.demand_id = any (of_demands))',
    '(one_demand is null or e.demand_id = one_demand) and (of_demands is null or one_demand is not null or e.demand_id = any (of_demands))');
  if said not like '%one_demand int :=%(one_party is null or%(one_demand is null or%(one_party is null or%(one_demand is null or%' then raise exception 'published_entries_page is not as it was left.'; end if;
  execute said;
end $$;
