-- What was known at an instant, from the index wherever nothing was published since: there the past is the present. Only cells that have
-- changed after the instant are put together from every state that readers saw in them.
create or replace function published_positions_known(in_negotiation text, held_on date, on_record_only boolean, known_at timestamptz)
returns setof position_held language plpgsql stable security definer
set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
declare
  here int := (select id from negotiation where slug = in_negotiation);
begin
  if not exists (select from publication where negotiation_id = here and published_at > known_at) then
    return query select * from published_positions(in_negotiation, held_on, on_record_only);
    return;
  end if;
  return query
  with changed as materialized (
    select distinct e.party_id, e.demand_id from publication b join entry e on e.id = b.entry_id
    where b.negotiation_id = here and b.published_at > known_at
  ), known as (
    select distinct on (b.entry_id) b.entry_id, b.revision_id, b.kind
    from changed c
    join entry e on e.negotiation_id = here and e.demand_id = c.demand_id and e.party_id = c.party_id
    join publication b on b.entry_id = e.id
    where b.published_at <= known_at order by b.entry_id, b.published_at desc, b.id desc
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
  ), past as (
  select p.slug as party, d.slug as demand, t.slug as topic, h.entry, h.number as revision, h.stance,
    f.held_from, f.date_precision, h.held_from as last_restated, h.salience, h.summary, h.terms,
    m.entry as shift_entry, m.previous as shift_from, m.stance as shift_to, m.shift_kind, m.shift_basis, m.held_from as shift_on
  from cell c
  join judged h on (h.party_id, h.demand_id, h.place) = (c.party_id, c.demand_id, c.last)
  join judged f on (f.party_id, f.demand_id, f.place) = (c.party_id, c.demand_id, c.first)
  join judged m on (m.party_id, m.demand_id, m.place) = (c.party_id, c.demand_id, c.moved)
  join party p on p.id = c.party_id
  join demand d on d.id = c.demand_id
  join topic t on t.id = d.topic_id
  ), present as (
    select n.* from published_positions(in_negotiation, held_on, on_record_only) n
    where not exists (
      select from changed c join party p on p.id = c.party_id join demand d on d.id = c.demand_id where p.slug = n.party and d.slug = n.demand)
  )
  select one.* from (select * from past union all select * from present) one
  join party p on p.negotiation_id = here and p.slug = one.party
  join demand d on d.negotiation_id = here and d.slug = one.demand
  order by d.ordinal, d.id, p.ordinal, p.id;
end $$;
