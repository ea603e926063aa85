-- What a source can be found by is kept with it: made anew for each one that answers, a common word took seconds among 10,000 sources.
alter table source add column document tsvector
  generated always as (search_vector(title, 'A') || search_vector(publisher, 'B') || search_vector(note, 'D')) stored;
drop index source_by_word;
create index source_by_word on source using gin (document);

-- One page of what is found of one kind, best first, with how many there are in all (no more than search_reach).
create or replace function published_search(in_kind text, in_negotiation text, in_terms jsonb, page_size int, page_from int)
returns table (negotiation text, key text, title text, detail text, party text, on_day date, total int)
language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
declare
  asked tsquery := search_query(in_terms);
  weights real[] := '{0.15, 0.4, 0.6, 1.0}';
begin
  if numnode(asked) = 0 then return; end if;
  return query
  with found as (
    select n.slug as negotiation, f.entry_id as key, null::text as title, null::text as detail, null::text as party, f.held_from as on_day,
      ts_rank(weights, f.document, asked) as rank, 0 as place
    from (
      select * from entry_search s
      where in_kind = 'entry' and s.document @@ asked
        and (in_negotiation is null or s.negotiation_id = (select id from negotiation where slug = in_negotiation))
      order by s.held_from desc, s.entry_id desc limit search_reach()
    ) f join negotiation n on n.id = f.negotiation_id
    union all
    select o.negotiation, o.key, o.title, o.detail, o.party, o.on_day, ts_rank(weights, o.document, asked), o.place
    from (
      select d.negotiation, d.slug as key, d.title, d.proposition as detail, null::text as party, null::date as on_day, d.ordinal as place,
        search_vector(d.title, 'A') || search_vector(concat_ws(' ', d.proposition, array_to_string(d.keywords, ' ')), 'B')
          || search_vector(concat_ws(' ', d.low_end, d.high_end), 'C') as document
      from published_demand d where in_kind = 'demand'
      union all
      select p.negotiation, p.slug, p.name, coalesce(p.note, ''), p.slug, null, p.ordinal,
        search_vector(concat_ws(' ', p.name, p.short_name), 'A') || search_vector(p.note, 'C')
      from published_party p where in_kind = 'party'
      union all
      select k.negotiation, k.slug, k.name, concat_ws(', ', k.office, k.affiliation), k.party, null, k.ordinal,
        search_vector(k.name, 'A') || search_vector(concat_ws(' ', k.office, k.affiliation), 'B')
      from published_speaker k where in_kind = 'speaker'
      union all
      select v.negotiation, v.slug, v.title, coalesce(v.place, ''), null, v.starts_on, v.ordinal,
        search_vector(v.title, 'A') || search_vector(v.place, 'B')
      from published_event v where in_kind = 'event'
    ) o where o.document @@ asked
    union all
    select o.negotiation, o.slug, o.title, o.publisher, null, o.published_on, ts_rank(weights, s.document, asked), 0
    from (
      select * from source c
      where in_kind = 'source' and c.document @@ asked
        and (in_negotiation is null or exists (
          select from negotiation_source u join negotiation n on n.id = u.negotiation_id where u.source_id = c.id and n.slug = in_negotiation))
      order by c.published_on desc nulls last, c.id desc limit search_reach()
    ) s
    join lateral (
      select u.*, bool_or(u.negotiation = in_negotiation) over () as here
      from published_source u where u.slug = s.slug order by u.negotiation limit 1
    ) o on true
    where in_negotiation is null or o.here
  )
  select f.negotiation, f.key, f.title, f.detail, f.party, f.on_day, (count(*) over ())::int
  from found f join published_negotiation n on n.slug = f.negotiation
  where in_negotiation is null or in_kind = 'source' or f.negotiation = in_negotiation
  order by f.rank desc, f.on_day desc nulls last, f.place, f.key
  limit page_size offset page_from;
end $$;

drop function source_document(source);
