-- The table of shifts without every entry and citation of the record on the way: lib/domain/shift/table.ts says the same.

-- The shifts of a span of days, newest first, no more than `most`: what a row of the table shows.
create function published_shifts(in_negotiation text, from_day date, to_day date, most int)
returns table (
  entry text, on_day date, party text, demand text, came_from text, stance text, kind text, by_source boolean, speaker text, sources int)
language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
#variable_conflict use_column
declare
  here int := (select id from negotiation where slug = in_negotiation);
begin
  return query
  with shift as (
    select e.*, b.revision_id
    from (
      select s.* from (
        select o.id, o.party_id, o.demand_id, o.ordinal, o.live_held_from, o.live_stance, o.live_shift_kind,
          lag(o.live_stance) over (partition by o.party_id, o.demand_id order by o.live_held_from, o.ordinal, o.id) as previous
        from entry o where o.negotiation_id = here and o.live_publication_id is not null) s
      where (s.previous is null or s.previous <> s.live_stance or s.live_shift_kind <> 'reaffirmation')
        and (from_day is null or s.live_held_from >= from_day) and (to_day is null or s.live_held_from <= to_day)
      order by s.live_held_from desc, s.ordinal desc, s.id desc limit most) e
    join entry i on i.id = e.id
    join publication b on b.id = i.live_publication_id
  ), cited as (
    select c.revision_id, count(distinct c.source_id)::int as sources,
      (array_agg(c.speaker_id order by c.ordinal) filter (where c.speaker_id is not null))[1] as speaker_id
    from shift s join citation c on c.revision_id = s.revision_id group by c.revision_id
  )
  select s.id, s.live_held_from, p.slug, d.slug, s.previous, s.live_stance, s.live_shift_kind,
    coalesce(r.shift_basis = 'source', false), k.slug, coalesce(c.sources, 0)
  from shift s
  join revision r on r.id = s.revision_id
  join party p on p.id = s.party_id
  join demand d on d.id = s.demand_id
  left join cited c on c.revision_id = s.revision_id
  left join speaker k on k.id = c.speaker_id
  order by s.live_held_from desc, s.ordinal desc, s.id desc;
end $$;

-- How many shifts each month has, newest first.
create function published_shift_months(in_negotiation text) returns table (month text, shifts int)
language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
declare
  here int := (select id from negotiation where slug = in_negotiation);
begin
  return query
  select left(d.held_from::text, 7), sum(d.count)::int from (
    select e.live_held_from as held_from, count(*) as count
    from (
      select o.live_held_from, o.live_stance, o.live_shift_kind,
        lag(o.live_stance) over (partition by o.party_id, o.demand_id order by o.live_held_from, o.ordinal, o.id) as previous
      from entry o where o.negotiation_id = here and o.live_publication_id is not null) e
    where e.previous is null or e.previous <> e.live_stance or e.live_shift_kind <> 'reaffirmation'
    group by e.live_held_from) d
  group by 1 order by 1 desc;
end $$;
