-- Positions and shifts are found by index: what decides them is copied from the live revision onto its entry, by the database itself.
-- At 100,000 entries the view takes half a second and more for one day; an index probe for each cell takes some ten milliseconds.

alter table entry
  add column live_held_from date,
  add column live_stance text,
  add column live_shift_kind text,
  add column live_on_record boolean;

-- On the record: lib/domain/citation/rules.ts says the same.
create function is_on_record(in_revision int) returns boolean language sql stable set search_path = public, pg_temp as $$
  select exists (
    select from citation where revision_id = in_revision and attribution in ('official-document', 'on-record', 'readout'))
$$;

update entry e set live_held_from = r.held_from, live_stance = r.stance, live_shift_kind = r.shift_kind, live_on_record = is_on_record(r.id)
from publication b join revision r on r.id = b.revision_id
where b.id = e.live_publication_id;

-- Nobody can invent a position: the columns are there exactly when something is live, and only the trigger makes it live.
alter table entry add constraint entry_live_columns_fit check (
  case when live_publication_id is null
    then num_nonnulls(live_held_from, live_stance, live_shift_kind, live_on_record) = 0
    else num_nonnulls(live_held_from, live_stance, live_on_record) = 3 end);

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

create index entry_live_by_cell on entry (negotiation_id, party_id, demand_id, live_held_from, ordinal, id)
  include (live_stance, live_shift_kind, live_on_record) where live_publication_id is not null;
create index entry_live_by_day on entry (negotiation_id, live_held_from, ordinal, id)
  include (party_id, demand_id, live_stance, live_shift_kind, live_on_record) where live_publication_id is not null;
create index publication_by_time on publication (negotiation_id, published_at);

-- A position as lib/domain/position/rules.ts derives it, with what its entry says.
create type position_held as (
  party text, demand text, topic text, entry text, revision int, stance text,
  held_from date, date_precision text, last_restated date, salience text, summary text, terms text,
  shift_entry text, shift_from text, shift_to text, shift_kind text, shift_basis text, shift_on date);

-- As held on a day, as readers see the record now: a few probes of entry_live_by_cell for each party and demand.
create function published_positions(in_negotiation text, held_on date, on_record_only boolean)
returns setof position_held language plpgsql stable security definer
set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
declare
  here int := (select id from negotiation where slug = in_negotiation);
begin
  return query
  select p.slug, d.slug, t.slug, held.id, said.number, said.stance,
    began.held_from, began.date_precision, said.held_from, said.salience, said.summary, said.terms,
    moved.id, moved_from.live_stance, moved.live_stance, turn.shift_kind, turn.shift_basis, turn.held_from
  from party p
  join demand d on d.negotiation_id = here
  join topic t on t.id = d.topic_id
  cross join lateral (
    select e.* from entry e
    where e.negotiation_id = here and e.party_id = p.id and e.demand_id = d.id and e.live_publication_id is not null
      and e.live_held_from <= held_on and (e.live_on_record or not on_record_only)
    order by e.live_held_from desc, e.ordinal desc, e.id desc limit 1) held
  left join lateral ( -- the last one that says something else: the run begins after it
    select e.live_held_from, e.ordinal, e.id from entry e
    where e.negotiation_id = here and e.party_id = p.id and e.demand_id = d.id and e.live_publication_id is not null
      and (e.live_held_from, e.ordinal, e.id) < (held.live_held_from, held.ordinal, held.id)
      and e.live_stance <> held.live_stance and (e.live_on_record or not on_record_only)
    order by e.live_held_from desc, e.ordinal desc, e.id desc limit 1) before on true
  cross join lateral (
    select e.* from entry e
    where e.negotiation_id = here and e.party_id = p.id and e.demand_id = d.id and e.live_publication_id is not null
      and (e.live_held_from, e.ordinal, e.id)
        > (coalesce(before.live_held_from, '-infinity'), coalesce(before.ordinal, -2147483648), coalesce(before.id, ''))
      and (e.live_on_record or not on_record_only)
    order by e.live_held_from, e.ordinal, e.id limit 1) first
  left join lateral ( -- a change of terms within the run
    select e.* from entry e
    where e.negotiation_id = here and e.party_id = p.id and e.demand_id = d.id and e.live_publication_id is not null
      and (e.live_held_from, e.ordinal, e.id) <= (held.live_held_from, held.ordinal, held.id)
      and (e.live_held_from, e.ordinal, e.id) > (first.live_held_from, first.ordinal, first.id)
      and e.live_shift_kind <> 'reaffirmation' and (e.live_on_record or not on_record_only)
    order by e.live_held_from desc, e.ordinal desc, e.id desc limit 1) within on true
  cross join lateral (
    select coalesce(within.id, first.id) as id, coalesce(within.live_stance, first.live_stance) as live_stance,
      coalesce(within.live_publication_id, first.live_publication_id) as live_publication_id,
      coalesce(within.live_held_from, first.live_held_from) as live_held_from, coalesce(within.ordinal, first.ordinal) as ordinal) moved
  left join lateral (
    select e.live_stance from entry e
    where e.negotiation_id = here and e.party_id = p.id and e.demand_id = d.id and e.live_publication_id is not null
      and (e.live_held_from, e.ordinal, e.id) < (moved.live_held_from, moved.ordinal, moved.id)
      and (e.live_on_record or not on_record_only)
    order by e.live_held_from desc, e.ordinal desc, e.id desc limit 1) moved_from on true
  join publication held_now on held_now.id = held.live_publication_id
  join revision said on said.id = held_now.revision_id
  join publication first_now on first_now.id = first.live_publication_id
  join revision began on began.id = first_now.revision_id
  join publication moved_now on moved_now.id = moved.live_publication_id
  join revision turn on turn.id = moved_now.revision_id
  where p.negotiation_id = here
  order by d.ordinal, d.id, p.ordinal, p.id;
end $$;

-- The same as this site knew it at an instant. Exact, and slower: every state that readers saw at that instant is read once.
create function published_positions_known(in_negotiation text, held_on date, on_record_only boolean, known_at timestamptz)
returns setof position_held language plpgsql stable security definer
set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
declare
  here int := (select id from negotiation where slug = in_negotiation);
begin
  return query
  with known as (
    select distinct on (entry_id) entry_id, revision_id, kind from publication
    where negotiation_id = here and published_at <= known_at order by entry_id, published_at desc, id desc
  ), said as (
    select e.party_id, e.demand_id, e.id as entry, e.ordinal, r.*, lag(r.stance) over cell as previous
    from known k join entry e on e.id = k.entry_id join revision r on r.id = k.revision_id
    where k.kind <> 'withdrawal' and r.held_from <= held_on and (not on_record_only or is_on_record(r.id))
    window cell as (partition by e.party_id, e.demand_id order by r.held_from, e.ordinal, e.id)
  ), judged as (
    select said.*,
      row_number() over (partition by party_id, demand_id order by held_from, ordinal, entry) as place,
      previous is distinct from said.stance as turns,
      previous is distinct from said.stance or coalesce(shift_kind <> 'reaffirmation', false) as shifts
    from said
  ), cell as (
    select party_id, demand_id, max(place) as last, max(place) filter (where turns) as first, max(place) filter (where shifts) as moved
    from judged group by party_id, demand_id
  )
  select p.slug, d.slug, t.slug, h.entry, h.number, h.stance,
    f.held_from, f.date_precision, h.held_from, h.salience, h.summary, h.terms,
    m.entry, m.previous, m.stance, m.shift_kind, m.shift_basis, m.held_from
  from cell c
  join judged h on (h.party_id, h.demand_id, h.place) = (c.party_id, c.demand_id, c.last)
  join judged f on (f.party_id, f.demand_id, f.place) = (c.party_id, c.demand_id, c.first)
  join judged m on (m.party_id, m.demand_id, m.place) = (c.party_id, c.demand_id, c.moved)
  join party p on p.id = c.party_id
  join demand d on d.id = c.demand_id
  join topic t on t.id = d.topic_id
  order by d.ordinal, d.id, p.ordinal, p.id;
end $$;

-- An entry that readers see, with the stance that it follows.
create type entry_shown as (
  id text, party text, demand text, ordinal int, revision int, held_from date, date_precision text, stance text, salience text,
  summary text, terms text, shift_kind text, shift_basis text, shift_note text, event text,
  published_at timestamptz, first_published_at timestamptz, on_record boolean, follows text, is_shift boolean);

-- A page of entries, or of shifts alone, in the order in which they were held: walked by index from the place of `after_*`, each
-- with a probe for the one before it in its cell, until the page is full.
create function published_entries_page(
  in_negotiation text, shifts_only boolean, newest_first boolean, from_day date, to_day date,
  parties text[], demands text[], kinds text[], stances text[], with_record boolean,
  after_held date, after_ordinal int, after_id text, page_size int)
returns setof entry_shown language plpgsql stable security definer
set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
declare
  here int := (select id from negotiation where slug = in_negotiation);
  of_parties int[] := (select array_agg(id) from party where negotiation_id = here and slug = any (parties));
  of_demands int[] := (select array_agg(id) from demand where negotiation_id = here and slug = any (demands));
begin
  -- A slug that nobody has must find nothing, not everything.
  if parties is not null then of_parties := coalesce(of_parties, '{}'); end if;
  if demands is not null then of_demands := coalesce(of_demands, '{}'); end if;

  if newest_first then
    return query
    select shown.* from (
      select e.id, e.party_id, e.demand_id, e.live_held_from, e.ordinal, b.live_stance as follows, (b.live_stance is null
        or b.live_stance <> e.live_stance or coalesce(e.live_shift_kind <> 'reaffirmation', false)) as is_shift
      from entry e
      left join lateral (
        select p.live_stance from entry p
        where p.negotiation_id = here and p.party_id = e.party_id and p.demand_id = e.demand_id and p.live_publication_id is not null
          and (p.live_held_from, p.ordinal, p.id) < (e.live_held_from, e.ordinal, e.id)
        order by p.live_held_from desc, p.ordinal desc, p.id desc limit 1) b on true
      where e.negotiation_id = here and e.live_publication_id is not null
        and (from_day is null or e.live_held_from >= from_day) and (to_day is null or e.live_held_from <= to_day)
        and (after_id is null or (e.live_held_from, e.ordinal, e.id) < (after_held, after_ordinal, after_id))
        and (of_parties is null or e.party_id = any (of_parties)) and (of_demands is null or e.demand_id = any (of_demands))
        and (kinds is null or e.live_shift_kind = any (kinds)) and (stances is null or e.live_stance = any (stances))
        and (with_record is null or e.live_on_record = with_record)
        and (not shifts_only or b.live_stance is null or b.live_stance <> e.live_stance or e.live_shift_kind <> 'reaffirmation')
      order by e.live_held_from desc, e.ordinal desc, e.id desc limit page_size) page
    cross join lateral show_entry(page.id, page.follows, page.is_shift) shown
    order by page.live_held_from desc, page.ordinal desc, page.id desc;
  else
    return query
    select shown.* from (
      select e.id, e.party_id, e.demand_id, e.live_held_from, e.ordinal, b.live_stance as follows, (b.live_stance is null
        or b.live_stance <> e.live_stance or coalesce(e.live_shift_kind <> 'reaffirmation', false)) as is_shift
      from entry e
      left join lateral (
        select p.live_stance from entry p
        where p.negotiation_id = here and p.party_id = e.party_id and p.demand_id = e.demand_id and p.live_publication_id is not null
          and (p.live_held_from, p.ordinal, p.id) < (e.live_held_from, e.ordinal, e.id)
        order by p.live_held_from desc, p.ordinal desc, p.id desc limit 1) b on true
      where e.negotiation_id = here and e.live_publication_id is not null
        and (from_day is null or e.live_held_from >= from_day) and (to_day is null or e.live_held_from <= to_day)
        and (after_id is null or (e.live_held_from, e.ordinal, e.id) > (after_held, after_ordinal, after_id))
        and (of_parties is null or e.party_id = any (of_parties)) and (of_demands is null or e.demand_id = any (of_demands))
        and (kinds is null or e.live_shift_kind = any (kinds)) and (stances is null or e.live_stance = any (stances))
        and (with_record is null or e.live_on_record = with_record)
        and (not shifts_only or b.live_stance is null or b.live_stance <> e.live_stance or e.live_shift_kind <> 'reaffirmation')
      order by e.live_held_from, e.ordinal, e.id limit page_size) page
    cross join lateral show_entry(page.id, page.follows, page.is_shift) shown
    order by page.live_held_from, page.ordinal, page.id;
  end if;
end $$;

-- What a page shows of one live entry. No role may call it, only the function above; without a search_path of its own, which would
-- keep PostgreSQL from reading it as part of the query there.
create function show_entry(in_entry text, in_follows text, in_is_shift boolean)
returns setof entry_shown language sql stable as $$
  select e.id, p.slug, d.slug, e.ordinal, r.number, r.held_from, r.date_precision, r.stance, r.salience,
    r.summary, r.terms, r.shift_kind, r.shift_basis, r.shift_note, v.slug, b.published_at,
    (select min(f.published_at) from publication f where f.entry_id = e.id), e.live_on_record, in_follows, in_is_shift
  from entry e
  join publication b on b.id = e.live_publication_id
  join revision r on r.id = b.revision_id
  join party p on p.id = e.party_id
  join demand d on d.id = e.demand_id
  left join event v on v.id = r.event_id
  where e.id = in_entry
$$;

-- The words behind revisions that are or were published; of one that never was, nothing.
create function published_citations(in_entries text[], in_revisions int[])
returns table (entry text, revision int, source text, quote text, prefix text, suffix text, quote_kind text, speaker text,
  said_on date, attribution text)
language sql stable security definer set search_path = public, pg_temp as $$
  select r.entry_id, r.number, s.slug, c.quote, c.prefix, c.suffix, c.quote_kind, k.slug, c.said_on, c.attribution
  from unnest(in_entries, in_revisions) as asked (entry, revision)
  join revision r on r.entry_id = asked.entry and r.number = asked.revision
  join citation c on c.revision_id = r.id
  join source s on s.id = c.source_id
  left join speaker k on k.id = c.speaker_id
  where exists (select from publication b where b.entry_id = r.entry_id and b.revision_id = r.id)
  order by r.entry_id, r.number, c.ordinal
$$;

-- When readers last saw something new of a negotiation.
create function published_changed_at(in_negotiation text) returns timestamptz
language sql stable security definer set search_path = public, pg_temp as $$
  select b.published_at from publication b
  where b.negotiation_id = (select id from negotiation where slug = in_negotiation)
  order by b.published_at desc limit 1
$$;
