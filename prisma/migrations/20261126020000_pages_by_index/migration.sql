-- Pages that read every entry of a record: of 100,000 that took seconds. What each says is counted here instead; the rules in TypeScript
-- (event/build.ts, party/build.ts, negotiation/coverage.ts, negotiation/sitemap.ts, source/list.ts) say the same.

-- Shifts, newest first, those of one day in the order of the demands: of one party or of all, and no more than `most` of each step.
-- A step is what follows an event until the next one, counted from 1; 0 is what was before the first. Of several events on one day a
-- shift follows its own occasion, else the last of them. `in_step` counts all of a step, also those that are left out.
create function published_moves(in_negotiation text, of_party text, by_event boolean, most int)
returns table (
  entry text, party text, demand text, held_from date, date_precision text, summary text, kind text, event text,
  came_from text, stance text, step int, in_step int)
language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
#variable_conflict use_column
declare
  here int := (select id from negotiation where slug = in_negotiation);
  of_one int := (select id from party where negotiation_id = here and slug = of_party);
begin
  return query
  with shift as materialized (
    select s.* from (
      select o.id, o.party_id, o.demand_id, o.ordinal, o.live_publication_id, o.live_held_from, o.live_stance, o.live_shift_kind,
        lag(o.live_stance) over (partition by o.party_id, o.demand_id order by o.live_held_from, o.ordinal, o.id) as previous
      from entry o
      where o.negotiation_id = here and o.live_publication_id is not null and (of_party is null or o.party_id = of_one)) s
    where s.previous is null or s.previous <> s.live_stance or s.live_shift_kind <> 'reaffirmation'
  ), occasion as materialized (
    select v.id, v.starts_on, row_number() over (order by v.starts_on, v.ordinal)::int as at
    from event v where v.negotiation_id = here and by_event
  ), day as materialized (
    select d.live_held_from, coalesce(max(o.at), 0) as last, count(*) filter (where o.starts_on = latest.starts_on) > 1 as shared
    from (select distinct live_held_from from shift) d
    left join occasion o on o.starts_on <= d.live_held_from
    left join lateral (select max(l.starts_on) as starts_on from occasion l where l.starts_on <= d.live_held_from) latest on true
    group by d.live_held_from
  ), placed as (
    select s.*, d.last as at from shift s join day d on d.live_held_from = s.live_held_from where not d.shared
    union all -- only where events share a day the shift's own is looked up
    select s.*, coalesce((
      select own.at from publication b join revision r on r.id = b.revision_id join occasion own on own.id = r.event_id
      where b.id = s.live_publication_id and own.starts_on = (select l.starts_on from occasion l where l.at = d.last)), d.last)
    from shift s join day d on d.live_held_from = s.live_held_from where d.shared
  ), numbered as (
    select p.*, c.ordinal as party_ordinal, m.ordinal as demand_ordinal, c.slug as party, m.slug as demand,
      count(*) over (partition by p.at)::int as in_step,
      row_number() over (partition by p.at order by p.live_held_from desc, m.ordinal, c.ordinal, p.ordinal, p.id) as place
    from placed p join party c on c.id = p.party_id join demand m on m.id = p.demand_id
  )
  select n.id, n.party, n.demand, n.live_held_from, r.date_precision, r.summary, n.live_shift_kind, v.slug,
    n.previous, n.live_stance, n.at, n.in_step
  from numbered n
  join publication b on b.id = n.live_publication_id
  join revision r on r.id = b.revision_id
  left join event v on v.id = r.event_id
  where n.place <= most
  order by n.live_held_from desc, n.demand_ordinal, n.party_ordinal, n.ordinal, n.id;
end $$;

-- What a record covers and where it is weak, as coverageOf counts it.
create function published_coverage(in_negotiation text) returns jsonb
language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
declare
  here int := (select id from negotiation where slug = in_negotiation);
begin
  return (
    with live as materialized (
      select e.party_id, e.demand_id, e.live_held_from as held_from, e.live_on_record as on_record, r.id as revision_id,
        r.date_precision <> 'day' as inferred, r.shift_basis = 'source' as by_source, e.live_stance as stance, e.live_shift_kind as kind,
        lag(e.live_stance) over (partition by e.party_id, e.demand_id order by e.live_held_from, e.ordinal, e.id) as previous
      from entry e join publication b on b.id = e.live_publication_id join revision r on r.id = b.revision_id
      where e.negotiation_id = here
    ), cited as (
      select c.revision_id, count(*) as citations, min(s.id) = max(s.id) as single, bool_and(s.grade >= 'D') as low_grade,
        bool_and(coalesce(s.publisher_flag in ('state-media', 'pro-government'), false)) as state_media
      from live l join citation c on c.revision_id = l.revision_id
      join source o on o.id = c.source_id join source s on s.id = coalesce(o.merged_into_id, o.id)
      group by c.revision_id
    ), said as materialized (
      select l.*, c.citations, c.single, c.low_grade, c.state_media,
        l.previous is null or l.previous <> l.stance or coalesce(l.kind <> 'reaffirmation', false) as is_shift
      from live l join cited c on c.revision_id = l.revision_id
    )
    select jsonb_build_object(
      'entries', count(*), 'citations', coalesce(sum(s.citations), 0), 'first', min(s.held_from), 'last', max(s.held_from),
      'filledCells', (select count(*) from (select distinct party_id, demand_id from said) c),
      'singleSource', count(*) filter (where s.single), 'lowGrade', count(*) filter (where s.low_grade),
      'inferredDays', count(*) filter (where s.inferred),
      'shifts', count(*) filter (where s.is_shift), 'shiftsSaidBySource', count(*) filter (where s.is_shift and s.by_source),
      'sources', (select jsonb_build_object('all', count(*), 'undated', count(*) filter (where p.published_on is null))
        from published_source p where p.negotiation = in_negotiation),
      'years', (select coalesce(jsonb_agg(jsonb_build_object('year', y.year, 'party', p.slug, 'entries', y.entries)), '[]') from (
        select left(held_from::text, 4) as year, party_id, count(*) as entries from said group by 1, 2) y join party p on p.id = y.party_id),
      'parties', (select coalesce(jsonb_object_agg(p.slug, jsonb_build_object(
          'entries', t.entries, 'notOnRecord', t.not_on_record, 'stateMedia', t.state_media)), '{}') from (
        select party_id, count(*) as entries, count(*) filter (where not on_record) as not_on_record,
          count(*) filter (where state_media) as state_media from said group by 1) t join party p on p.id = t.party_id))
    from said s);
end $$;

-- Every page about the record, with the instant of the last publication that changed it, in an order that stays.
create function published_pages() returns table (path text, changed timestamptz)
language plpgsql stable security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
begin
  return query
  with live as materialized (
    select e.id, e.negotiation_id, e.party_id, e.demand_id, b.published_at, b.revision_id
    from entry e join publication b on b.id = e.live_publication_id
  ), cell as materialized (
    select l.negotiation_id, l.party_id, l.demand_id, max(l.published_at) as changed from live l group by 1, 2, 3
  ), page as (
    select 1 as sort, '/' || n.slug || v.view as path, (select max(c.changed) from cell c where c.negotiation_id = n.id) as changed
    from published_negotiation s join negotiation n on n.slug = s.slug
    cross join (values (''), ('/shifts'), ('/events'), ('/sources')) v (view)
    union all
    select 2, '/' || s.negotiation || '/' || s.slug, (select max(c.changed) from cell c where c.demand_id = d.id)
    from published_demand s join negotiation n on n.slug = s.negotiation join demand d on d.negotiation_id = n.id and d.slug = s.slug
    union all
    select 3, '/' || s.negotiation || '/party/' || s.slug, (select max(c.changed) from cell c where c.party_id = p.id)
    from published_party s join negotiation n on n.slug = s.negotiation join party p on p.negotiation_id = n.id and p.slug = s.slug
    union all
    select 4, '/' || n.slug || '/' || d.slug || '/' || p.slug, c.changed
    from cell c join negotiation n on n.id = c.negotiation_id join demand d on d.id = c.demand_id join party p on p.id = c.party_id
    union all
    select 5, '/sources/' || s.slug, u.changed
    from (select distinct slug from published_source) s
    left join (
      select p.slug, max(l.published_at) as changed
      from live l join citation c on c.revision_id = l.revision_id
      join source o on o.id = c.source_id join source p on p.id = coalesce(o.merged_into_id, o.id) group by p.slug) u on u.slug = s.slug
    union all
    select 6, '/e/' || l.id, l.published_at from live l
  )
  select p.path, p.changed from page p order by p.sort, p.path collate "C";
end $$;

-- The table of sources, newest first as the page shows it, with how many entries cite each.
create function published_source_rows(in_negotiation text, past int, most int)
returns table (
  slug text, publisher text, title text, published date, kind text, grade text, publisher_flag text, language text, entries int)
language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
#variable_conflict use_column
declare
  here int := (select id from negotiation where slug = in_negotiation);
begin
  return query
  with page as materialized (
    select p.* from published_source p where p.negotiation = in_negotiation
    order by p.published_on desc nulls last, p.ordinal limit most offset past
  ), used as (
    select s.slug, count(distinct e.id)::int as entries
    from page p join source s on s.slug = p.slug join source o on coalesce(o.merged_into_id, o.id) = s.id
    join citation c on c.source_id = o.id and c.negotiation_id = here
    join publication b on b.revision_id = c.revision_id join entry e on e.live_publication_id = b.id
    group by s.slug
  )
  select p.slug, p.publisher, p.title, p.published_on, p.kind, p.grade, p.publisher_flag, p.language, coalesce(u.entries, 0)
  from page p left join used u on u.slug = p.slug
  order by p.published_on desc nulls last, p.ordinal;
end $$;
