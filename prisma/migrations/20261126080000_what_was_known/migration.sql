-- CreateTable
CREATE TABLE "reference_state" (
    "id" SERIAL NOT NULL,
    "negotiation_id" INTEGER,
    "kind" TEXT NOT NULL,
    "subject_id" INTEGER NOT NULL,
    "stated_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "said" JSONB NOT NULL,

    CONSTRAINT "reference_state_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "reference_state_of_negotiation" ON "reference_state"("negotiation_id", "kind", "subject_id", "stated_at");

-- CreateIndex
CREATE INDEX "reference_state_of_row" ON "reference_state"("kind", "subject_id", "id");

-- AddForeignKey
ALTER TABLE "reference_state" ADD CONSTRAINT "reference_state_negotiation_id_fkey" FOREIGN KEY ("negotiation_id") REFERENCES "negotiation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Written by hand from here on. What this site said on a day it said with the names, the order and the wordings of that day: reference data
-- keeps its earlier states, as entries do. docs/decisions/0025.

-- 1. A row of reference data as readers are told it: with the rows that it names, and without who made it and how often it was changed.
create function reference_said(of_kind text, of_id int) returns jsonb language plpgsql stable set search_path = public, pg_temp as $$
declare
  said jsonb;
begin
  execute format('select to_jsonb(r) from %I r where r.id = $1', of_kind) into said using of_id;
  said := said - array['version', 'added_by', 'added_at', 'document', 'current_text_id', 'fetched_url'];
  if of_kind = 'demand' then
    said := said || jsonb_build_object('raised_by', array(select party_id from demand_raised_by where demand_id = of_id order by ordinal));
  elsif of_kind = 'event' then
    said := said || jsonb_build_object('participants', array(select party_id from event_participant where event_id = of_id order by ordinal));
  end if;
  return said;
end $$;

-- 2. Kept when a transaction commits, where something differs. The rows that a demand or an event names count as said by it.
create function keep_reference_state() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  of_kind text := tg_argv[0];
  changed jsonb := case when tg_op = 'DELETE' then to_jsonb(old) else to_jsonb(new) end;
  of_id int := (changed ->> tg_argv[1])::int;
  said jsonb := reference_said(of_kind, of_id);
begin
  if said is distinct from (select s.said from reference_state s where s.kind = of_kind and s.subject_id = of_id order by s.id desc limit 1) then
    insert into reference_state (negotiation_id, kind, subject_id, said)
    values (case when of_kind = 'negotiation' then of_id else (said ->> 'negotiation_id')::int end, of_kind, of_id, said);
  end if;
  return null;
end $$;

do $$
declare
  noun text;
begin
  foreach noun in array array['negotiation', 'party', 'speaker', 'topic', 'demand', 'event', 'source'] loop
    execute format('create constraint trigger %1$s_state_is_kept after insert or update on %1$s deferrable initially deferred
      for each row execute function keep_reference_state(%1$L, ''id'')', noun);
    -- What is there already was always so, as far as anybody can still tell.
    execute format('insert into reference_state (negotiation_id, kind, subject_id, stated_at, said)
      select %s, %L, r.id, ''epoch'', reference_said(%2$L, r.id) from %2$I r order by r.id',
      case noun when 'negotiation' then 'r.id' when 'source' then 'null' else 'r.negotiation_id' end, noun);
  end loop;
end $$;
create constraint trigger raised_by_is_kept after insert or update or delete on demand_raised_by deferrable initially deferred
  for each row execute function keep_reference_state('demand', 'demand_id');
create constraint trigger participants_are_kept after insert or update or delete on event_participant deferrable initially deferred
  for each row execute function keep_reference_state('event', 'event_id');

create trigger reference_state_is_kept before update or delete on reference_state for each row execute function refuse_to_change_history();
create trigger reference_state_is_not_emptied before truncate on reference_state execute function refuse_to_change_history();

-- 3. What readers saw at an instant. Entries by the party they were filed under; which column that was then, the parties of then say.
create function published_entries_known(in_negotiation text, known_at timestamptz, changed_only boolean, of_demand int, of_parties int[])
returns table (id text, party int, demand int, ordinal int, revision int, held_from date, date_precision text, stance text, salience text,
  summary text, terms text, shift_kind text, shift_basis text, shift_note text, event int, published_at timestamptz, first_published_at timestamptz)
language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
#variable_conflict use_column
declare
  here int := (select n.id from negotiation n where n.slug = in_negotiation);
begin
  return query
  with cell as materialized (
    select distinct e.filed_party_id, e.demand_id from entry e
    where e.negotiation_id = here and (of_demand is null or e.demand_id = of_demand) and (of_parties is null or e.filed_party_id = any (of_parties))
      and (not changed_only
        or exists (select from publication b where b.negotiation_id = here and b.entry_id = e.id and b.published_at > known_at))
  )
  select e.id, e.filed_party_id, e.demand_id, e.ordinal, r.number, r.held_from, r.date_precision, r.stance, r.salience, r.summary, r.terms,
    r.shift_kind, r.shift_basis, r.shift_note, r.event_id, b.published_at,
    (select min(f.published_at) from publication f where f.entry_id = e.id)
  from cell c
  join entry e on e.negotiation_id = here and e.filed_party_id = c.filed_party_id and e.demand_id = c.demand_id
  join lateral (
    select p.* from publication p where p.entry_id = e.id and p.published_at <= known_at
    order by p.published_at desc, p.id desc limit 1) b on b.kind <> 'withdrawal'
  join revision r on r.id = b.revision_id
  order by e.ordinal, e.id;
end $$;

-- Their citations, by the source and the speaker themselves and not by what stands for these now.
create function published_citations_known(in_entries text[], in_revisions int[])
returns table (entry text, revision int, source int, quote text, prefix text, suffix text, quote_kind text, speaker int, said_on date, attribution text)
language sql stable security definer set search_path = public, pg_temp as $$
  select r.entry_id, r.number, c.source_id, c.quote, c.prefix, c.suffix, c.quote_kind, c.speaker_id, c.said_on, c.attribution
  from unnest(in_entries, in_revisions) as asked (entry, revision)
  join revision r on r.entry_id = asked.entry and r.number = asked.revision
  join citation c on c.revision_id = r.id
  where exists (select from publication b where b.entry_id = r.entry_id and b.revision_id = r.id)
  order by r.entry_id, r.number, c.ordinal
$$;

-- Cells of which something was published after the instant: of all others the past is the present.
create function published_cells_changed(in_negotiation text, known_at timestamptz) returns table (party int, demand int)
language sql stable security definer set search_path = public, pg_temp as $$
  select distinct e.filed_party_id, e.demand_id
  from publication b join entry e on e.id = b.entry_id join negotiation n on n.id = b.negotiation_id
  where n.slug = in_negotiation and b.published_at > known_at
$$;

-- Days on which something was held anew, as published_days gives them.
create function published_days_known(in_negotiation text, known_at timestamptz) returns table (on_day date, entries int, shifts boolean)
language sql stable security definer set search_path = public, pg_temp as $$
  select said.held_from, count(*)::int, bool_or(said.previous is distinct from said.stance or coalesce(said.shift_kind <> 'reaffirmation', false))
  from (
    select k.held_from, k.stance, k.shift_kind, lag(k.stance) over (partition by k.party, k.demand order by k.held_from, k.ordinal, k.id) as previous
    from published_entries_known(in_negotiation, known_at, false, null, null) k) said
  group by said.held_from order by said.held_from
$$;

-- The states of reference data at an instant: those of the negotiation and, of sources and of speakers that were added at the desk, those
-- alone that something rested on then which readers saw.
create function published_reference_known(in_negotiation text, known_at timestamptz)
returns table (kind text, subject_id int, said jsonb)
language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
#variable_conflict use_column
declare
  here int := (select n.id from negotiation n where n.slug = in_negotiation);
begin
  return query
  with cited as materialized (
    select distinct c.source_id, c.speaker_id from publication b join citation c on c.revision_id = b.revision_id
    where b.negotiation_id = here and b.published_at <= known_at
  ), asked as (
    select 'source' as kind, u.source_id as subject_id from negotiation_source u
    where u.negotiation_id = here and (exists (select from cited c where c.source_id = u.source_id)
      or exists (select from source m join cited c on c.source_id = m.id where m.merged_into_id = u.source_id))
  )
  select distinct on (s.kind, s.subject_id) s.kind, s.subject_id, s.said
  from reference_state s
  where s.stated_at <= known_at
    and ((s.negotiation_id = here and (s.kind <> 'speaker'
        or exists (select from cited c where c.speaker_id = s.subject_id)
        or exists (select from speaker k where k.id = s.subject_id and k.added_by is null)
        or exists (select from speaker m join cited c on c.speaker_id = m.id where m.merged_into_id = s.subject_id)))
      or (s.negotiation_id is null and (s.kind, s.subject_id) in (select a.kind, a.subject_id from asked a)))
  order by s.kind, s.subject_id, s.id desc;
end $$;

-- When readers first saw anything of a negotiation.
create function published_since(in_negotiation text) returns timestamptz
language sql stable security definer set search_path = public, pg_temp as $$
  select min(b.published_at) from publication b join negotiation n on n.id = b.negotiation_id where n.slug = in_negotiation
$$;

-- 4. What became of an entry: every publication of it that readers saw, or saw end.
create view published_publication as
  select b.id, n.slug as negotiation, b.entry_id as entry, b.kind, b.reason, b.published_at, r.number as revision
  from publication b
  join negotiation n on n.id = b.negotiation_id
  join revision r on r.id = b.revision_id;

-- 5. The newest link of a publication at an instant: the head of then.
create function published_chain_head_known(known_at timestamptz) returns table (number int, hash text, at timestamptz)
language sql stable security definer set search_path = public, pg_temp as $$
  select l.number, l.hash, b.published_at
  from chain_link l join publication b on b.id = l.subject_id
  where l.kind = 'publication' and b.published_at <= known_at
  order by l.number desc limit 1
$$;
