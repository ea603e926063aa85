-- The comparison page is made from a few probes of an index for each cell, and not from every entry: at 100,000 entries reading them
-- all takes seconds, and readers are to see a publication within one. lib/domain/comparison/build.ts and strip.ts say the same.

-- The position of one cell on a day and how it came about. No role may call it; without a search_path of its own, which would keep
-- PostgreSQL from reading it as part of the query that asks.
create function cell_position(here int, of_party int, of_demand int, held_on date, on_record_only boolean)
returns table (
  held text, held_ordinal int, held_from date, stance text, came_from text,
  first text, first_ordinal int, first_from date, moved text, moved_on date, moved_kind text)
language sql stable as $$
  select held.id, held.ordinal, held.live_held_from, held.live_stance, before.live_stance,
    first.id, first.ordinal, first.live_held_from,
    coalesce(within.id, first.id), coalesce(within.live_held_from, first.live_held_from),
    case when within.id is null then first.live_shift_kind else within.live_shift_kind end
  from (
    select e.id, e.ordinal, e.live_held_from, e.live_stance from entry e
    where e.negotiation_id = here and e.party_id = of_party and e.demand_id = of_demand and e.live_publication_id is not null
      and e.live_held_from <= held_on and (e.live_on_record or not on_record_only)
    order by e.live_held_from desc, e.ordinal desc, e.id desc limit 1) held
  left join lateral ( -- the last one that says something else: the run begins after it
    select e.id, e.ordinal, e.live_held_from, e.live_stance from entry e
    where e.negotiation_id = here and e.party_id = of_party and e.demand_id = of_demand and e.live_publication_id is not null
      and (e.live_held_from, e.ordinal, e.id) < (held.live_held_from, held.ordinal, held.id)
      and e.live_stance <> held.live_stance and (e.live_on_record or not on_record_only)
    order by e.live_held_from desc, e.ordinal desc, e.id desc limit 1) before on true
  cross join lateral (
    select e.id, e.ordinal, e.live_held_from, e.live_shift_kind from entry e
    where e.negotiation_id = here and e.party_id = of_party and e.demand_id = of_demand and e.live_publication_id is not null
      and (e.live_held_from, e.ordinal, e.id)
        > (coalesce(before.live_held_from, '-infinity'), coalesce(before.ordinal, -2147483648), coalesce(before.id, ''))
      and (e.live_on_record or not on_record_only)
    order by e.live_held_from, e.ordinal, e.id limit 1) first
  left join lateral ( -- a change of terms within the run
    select e.id, e.live_held_from, e.live_shift_kind from entry e
    where e.negotiation_id = here and e.party_id = of_party and e.demand_id = of_demand and e.live_publication_id is not null
      and (e.live_held_from, e.ordinal, e.id) <= (held.live_held_from, held.ordinal, held.id)
      and (e.live_held_from, e.ordinal, e.id) > (first.live_held_from, first.ordinal, first.id)
      and e.live_shift_kind <> 'reaffirmation' and (e.live_on_record or not on_record_only)
    order by e.live_held_from desc, e.ordinal desc, e.id desc limit 1) within on true
$$;

-- Every cell that has an entry, as of a day and compared with another one: counted from all entries and, where they differ, again from
-- those on the record only. `entry` is null where nothing was held by the day.
create function published_cells(in_negotiation text, held_on date, now_on date)
returns table (
  demand text, party text, on_record_only boolean,
  entry text, stance text, held_from date, date_precision text, salience text, summary text, terms text,
  since date, since_precision text, came_from text, turn text,
  shift_on date, shift_precision text, shift_kind text, shift_first boolean,
  entries int, sources int, reported boolean, state_media boolean, quotes text,
  now_stance text, now_entry text, now_shift text, shift_entry text)
language plpgsql stable security definer
set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
#variable_conflict use_column
declare
  here int := (select id from negotiation where slug = in_negotiation);
begin
  return query
  with counted as (
    select e.party_id, e.demand_id, e.live_on_record, count(*) filter (where e.live_held_from <= held_on) as up_to
    from entry e where e.negotiation_id = here and e.live_publication_id is not null
    group by e.party_id, e.demand_id, e.live_on_record
  ), cell as materialized (
    select party_id, demand_id, bool_and(live_on_record) as all_on_record,
      sum(up_to)::int as up_to, coalesce(sum(up_to) filter (where live_on_record), 0)::int as up_to_on_record
    from counted group by party_id, demand_id
  )
  select d.slug, p.slug, asked.only,
    h.held, h.stance, h.held_from, said.date_precision, said.salience, said.summary, said.terms,
    h.first_from, began.date_precision, h.came_from, h.first,
    h.moved_on, turn.date_precision, h.moved_kind, h.moved = h.first and h.came_from is null,
    case when asked.only then c.up_to_on_record else c.up_to end, run.sources,
    not held.live_on_record, cited.state_media, cited.quotes,
    n.stance, n.held, n.moved, h.moved
  from cell c
  cross join lateral (select false as only union all select true where not c.all_on_record) asked
  join party p on p.id = c.party_id
  join demand d on d.id = c.demand_id
  left join lateral cell_position(here, c.party_id, c.demand_id, held_on, asked.only) h on true
  left join lateral cell_position(here, c.party_id, c.demand_id, now_on, asked.only) n on now_on <> held_on
  left join entry held on held.id = h.held
  left join publication held_now on held_now.id = held.live_publication_id
  left join revision said on said.id = held_now.revision_id
  left join entry first on first.id = h.first
  left join publication first_now on first_now.id = first.live_publication_id
  left join revision began on began.id = first_now.revision_id
  left join entry moved on moved.id = h.moved
  left join publication moved_now on moved_now.id = moved.live_publication_id
  left join revision turn on turn.id = moved_now.revision_id
  left join lateral (
    select coalesce(bool_and(coalesce(s.publisher_flag = 'state-media', false)), true) as state_media,
      coalesce(string_agg(k.quote, ' · ' order by k.ordinal), '') as quotes
    from citation k join source s on s.id = k.source_id where k.revision_id = said.id) cited on h.held is not null
  left join lateral (
    select count(distinct k.source_id)::int as sources
    from entry e join publication b on b.id = e.live_publication_id join citation k on k.revision_id = b.revision_id
    where e.negotiation_id = here and e.party_id = c.party_id and e.demand_id = c.demand_id and e.live_publication_id is not null
      and (e.live_held_from, e.ordinal, e.id) >= (h.first_from, h.first_ordinal, h.first)
      and (e.live_held_from, e.ordinal, e.id) <= (h.held_from, h.held_ordinal, h.held)
      and (e.live_on_record or not asked.only)) run on h.held is not null;
end $$;

-- Every day on which something was held anew, with how many entries are of it and whether one of them is a shift: what the strip shows.
-- Only where no entry of the day is marked as one is each compared with the entry before it.
create function published_days(in_negotiation text) returns table (on_day date, entries int, shifts boolean)
language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
declare
  here int := (select id from negotiation where slug = in_negotiation);
begin
  return query
  with day as materialized (
    select e.live_held_from as held_from, count(*)::int as count, coalesce(bool_or(e.live_shift_kind <> 'reaffirmation'), false) as marked
    from entry e where e.negotiation_id = here and e.live_publication_id is not null group by e.live_held_from
  )
  select d.held_from, d.count, case when d.marked then true else exists (
    select from entry e
    left join lateral (
      select p.live_stance from entry p
      where p.negotiation_id = here and p.party_id = e.party_id and p.demand_id = e.demand_id and p.live_publication_id is not null
        and (p.live_held_from, p.ordinal, p.id) < (e.live_held_from, e.ordinal, e.id)
      order by p.live_held_from desc, p.ordinal desc, p.id desc limit 1) before on true
    where e.negotiation_id = here and e.live_publication_id is not null and e.live_held_from = d.held_from
      and before.live_stance is distinct from e.live_stance) end
  from day d order by d.held_from;
end $$;
