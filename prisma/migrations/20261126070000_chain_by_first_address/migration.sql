-- CreateTable
CREATE TABLE "chain_address" (
    "kind" TEXT NOT NULL,
    "subject_id" INTEGER NOT NULL,
    "slug" TEXT NOT NULL,

    CONSTRAINT "chain_address_pkey" PRIMARY KEY ("kind","subject_id")
);

-- Written by hand from here on. Addresses may change since reference data is amended at the desk, and parties merge. The chain goes on to
-- name each row as it was called when it was made, and each entry by the party that it was filed under. docs/decisions/0019.

insert into chain_address (kind, subject_id, slug)
select 'negotiation', id, slug from negotiation union all select 'party', id, slug from party union all select 'speaker', id, slug from speaker
union all select 'demand', id, slug from demand union all select 'event', id, slug from event union all select 'source', id, slug from source;
create trigger chain_address_is_kept before update or delete on chain_address for each row execute function refuse_to_change_history();
create trigger chain_address_is_not_emptied before truncate on chain_address execute function refuse_to_change_history();

create function chain_first_address() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into chain_address (kind, subject_id, slug) select tg_table_name, f.id, f.slug from fresh f;
  return null;
end $$;
do $$
declare
  reference text;
begin
  foreach reference in array array['negotiation', 'party', 'speaker', 'demand', 'event', 'source'] loop
    execute format('drop trigger %1$I on %2$I', reference || '_slug_is_permanent', reference);
    execute format('create trigger %1$I after insert on %2$I referencing new table as fresh for each statement execute function chain_first_address()',
      reference || '_has_a_first_address', reference);
  end loop;
end $$;
drop function refuse_to_readdress();

create or replace function chain_revision_payloads(ids int[], salts text[]) returns table (subject_id int, payload text) language plpgsql stable
set search_path = public, pg_temp set enable_seqscan = off as $$
begin
  return query
  with asked as (
    select a.id, a.salt from unnest(ids, salts) a (id, salt)
  ), cited as (
    select c.revision_id, string_agg(
      '{"attribution":' || chain_text(c.attribution) || ',"endsAt":' || c.ends_at || ',"id":' || c.id || ',"ordinal":' || c.ordinal ||
      ',"prefix":' || chain_text(c.prefix) || ',"quote":' || chain_text(c.quote) || ',"quoteKind":' || chain_text(c.quote_kind) ||
      ',"saidOn":' || chain_day(c.said_on) || ',"source":' || chain_text(s.slug) || ',"speaker":' || chain_text(k.slug) ||
      ',"startsAt":' || c.starts_at || ',"suffix":' || chain_text(c.suffix) || ',"textSha256":' || chain_text(t.sha256) || '}',
      ',' order by c.ordinal, c.id) as citations
    from asked a
    join citation c on c.revision_id = a.id
    join chain_address s on s.kind = 'source' and s.subject_id = c.source_id
    join source_text t on t.id = c.source_text_id
    left join chain_address k on k.kind = 'speaker' and k.subject_id = c.speaker_id
    group by c.revision_id
  )
  select r.id, '{"citations":[' || coalesce(q.citations, '') || '],"datePrecision":' || chain_text(r.date_precision) ||
    ',"demand":' || chain_text(d.slug) || ',"entry":' || chain_text(r.entry_id) || ',"event":' || chain_text(v.slug) ||
    ',"heldFrom":' || chain_day(r.held_from) || ',"id":' || r.id || ',"negotiation":' || chain_text(n.slug) || ',"number":' || r.number ||
    ',"party":' || chain_text(p.slug) || ',"recordedAt":' || chain_instant(r.recorded_at) || ',"salience":' || chain_text(r.salience) ||
    ',"salt":' || chain_text(a.salt) ||
    ',"shift":' || case when r.shift_kind is null then 'null' else '{"basis":' || chain_text(r.shift_basis) ||
      ',"note":' || chain_text(r.shift_note) || ',"type":' || chain_text(r.shift_kind) || '}' end ||
    ',"stance":' || chain_text(r.stance) || ',"summary":' || chain_text(r.summary) || ',"terms":' || chain_text(r.terms) ||
    ',"what":"revision"}'
  from asked a
  join revision r on r.id = a.id
  join entry e on e.id = r.entry_id
  join chain_address n on n.kind = 'negotiation' and n.subject_id = r.negotiation_id
  join chain_address p on p.kind = 'party' and p.subject_id = e.filed_party_id
  join chain_address d on d.kind = 'demand' and d.subject_id = e.demand_id
  left join chain_address v on v.kind = 'event' and v.subject_id = r.event_id
  left join cited q on q.revision_id = r.id;
end $$;

create or replace function chain_publication_payloads(ids int[], salts text[]) returns table (subject_id int, payload text) language plpgsql stable
set search_path = public, pg_temp set enable_seqscan = off as $$
begin
  return query
  select b.id, '{"content":' || chain_text(l.payload_hash) || ',"entry":' || chain_text(b.entry_id) || ',"id":' || b.id ||
    ',"kind":' || chain_text(b.kind) || ',"negotiation":' || chain_text(n.slug) || ',"publishedAt":' || chain_instant(b.published_at) ||
    ',"reason":' || chain_text(b.reason) || ',"revision":' || r.number || ',"salt":' || chain_text(a.salt) || ',"what":"publication"}'
  from unnest(ids, salts) a (id, salt)
  join publication b on b.id = a.id
  join revision r on r.id = b.revision_id
  join chain_address n on n.kind = 'negotiation' and n.subject_id = b.negotiation_id
  join chain_link l on l.kind = 'revision' and l.subject_id = b.revision_id;
end $$;
