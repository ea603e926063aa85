-- What can be found of entries is written once for all that a statement publishes. One by one, the plan alone of the question for each
-- entry took more than half of the time of an import.
create function index_entries(in_entries text[]) returns void language plpgsql set search_path = public, pg_temp as $$
begin
  delete from entry_search where entry_id = any (in_entries);
  insert into entry_search (entry_id, negotiation_id, held_from, document)
  select e.id, e.negotiation_id, e.live_held_from,
    search_vector(concat_ws(' ', p.name, p.short_name, d.title), 'A')
    || search_vector(concat_ws(' ', r.summary, r.terms), 'B')
    || search_vector((select string_agg(c.quote, ' ¶ ' order by c.ordinal) from citation c where c.revision_id = r.id), 'C')
    || search_vector((select string_agg(distinct concat_ws(' ', k.name, k.office, k.affiliation, s.publisher), ' ¶ ')
        from citation c join source s on s.id = c.source_id left join speaker k on k.id = c.speaker_id where c.revision_id = r.id), 'D')
  from entry e
  join publication b on b.id = e.live_publication_id
  join revision r on r.id = b.revision_id
  join party p on p.id = e.party_id
  join demand d on d.id = e.demand_id
  where e.id = any (in_entries);
end $$;

create or replace function show_publication() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  shown revision;
begin
  if new.kind <> 'withdrawal' then
    select * into shown from revision where id = new.revision_id;
  end if;
  update entry set
    live_publication_id = case when shown.id is not null then new.id end,
    live_held_from = shown.held_from,
    live_stance = shown.stance,
    live_shift_kind = shown.shift_kind,
    live_on_record = case when shown.id is not null then is_on_record(shown.id) end
  where id = new.entry_id;
  perform pg_notify('parley_publication', new.negotiation_id::text);
  return null;
end $$;

-- After the triggers of each row, so that what is live is known.
create function index_publications() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform index_entries(array(select distinct entry_id from added));
  return null;
end $$;
create trigger publication_is_found after insert on publication referencing new table as added
  for each statement execute function index_publications();

create or replace function index_entries_around() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform index_entries(case tg_table_name
    when 'party' then array(select id from entry where party_id = new.id and live_publication_id is not null)
    when 'demand' then array(select id from entry where demand_id = new.id and live_publication_id is not null)
    when 'speaker' then array(select e.id from entry e where e.live_publication_id in (
      select b.id from publication b join citation c on c.revision_id = b.revision_id where c.speaker_id = new.id))
    when 'source' then array(select e.id from entry e where e.live_publication_id in (
      select b.id from publication b join citation c on c.revision_id = b.revision_id where c.source_id = new.id)) end);
  return null;
end $$;

drop function index_entry(text);
