-- AlterTable
ALTER TABLE "demand" ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "entry" ADD COLUMN     "filed_party_id" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "event" ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "negotiation" ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "party" ADD COLUMN     "merged_into_id" INTEGER,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable: whatever was coded so far was coded under the first wording.
ALTER TABLE "revision" ADD COLUMN     "wording" INTEGER NOT NULL DEFAULT 1;
ALTER TABLE "revision" ALTER COLUMN "wording" SET DEFAULT 0;

-- AlterTable
ALTER TABLE "source" ADD COLUMN     "merged_into_id" INTEGER;

-- AlterTable
ALTER TABLE "speaker" ADD COLUMN     "merged_into_id" INTEGER,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "topic" ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- CreateTable
CREATE TABLE "demand_wording" (
    "id" SERIAL NOT NULL,
    "negotiation_id" INTEGER NOT NULL,
    "demand_id" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "proposition" TEXT NOT NULL,
    "low_end" TEXT NOT NULL,
    "high_end" TEXT NOT NULL,
    "worded_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "worded_by" TEXT,
    "reason" TEXT,

    CONSTRAINT "demand_wording_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "wording_confirmation" (
    "id" SERIAL NOT NULL,
    "entry_id" TEXT NOT NULL,
    "revision_id" INTEGER NOT NULL,
    "demand_id" INTEGER NOT NULL,
    "wording" INTEGER NOT NULL,
    "confirmed_by" TEXT NOT NULL,
    "confirmed_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "wording_confirmation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "former_address" (
    "id" SERIAL NOT NULL,
    "kind" TEXT NOT NULL,
    "negotiation_id" INTEGER,
    "slug" TEXT NOT NULL,
    "subject_id" INTEGER NOT NULL,
    "left_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "former_address_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "merge" (
    "id" SERIAL NOT NULL,
    "kind" TEXT NOT NULL,
    "from_id" INTEGER NOT NULL,
    "into_id" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "merged_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "merged_by" TEXT NOT NULL,
    "undone_at" TIMESTAMPTZ(6),
    "undone_by" TEXT,

    CONSTRAINT "merge_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "demand_wording_demand_id_number_key" ON "demand_wording"("demand_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "wording_confirmation_revision_id_wording_key" ON "wording_confirmation"("revision_id", "wording");

-- CreateIndex: "nulls not distinct" by hand, since negotiations and sources have no negotiation.
CREATE UNIQUE INDEX "former_address_kind_negotiation_id_slug_key" ON "former_address"("kind", "negotiation_id", "slug") NULLS NOT DISTINCT;

-- CreateIndex
CREATE INDEX "merge_kind_from_id_idx" ON "merge"("kind", "from_id");

-- CreateIndex
CREATE INDEX "merge_kind_into_id_idx" ON "merge"("kind", "into_id");

-- Written by hand from here on.

-- 1. The party that an entry was written for stays; the one that readers see it under follows the merges, and nothing else.
create or replace function refuse_to_move_entry() returns trigger language plpgsql as $$
begin
  if (old.id, old.negotiation_id, old.filed_party_id, old.demand_id)
      is distinct from (new.id, new.negotiation_id, new.filed_party_id, new.demand_id)
    or (old.party_id <> new.party_id
      and new.party_id <> (select coalesce(merged_into_id, id) from party where id = new.filed_party_id)) then
    raise exception 'Entry % keeps its party and its demand; withdraw it and write a new one.', old.id
      using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
alter table entry disable trigger entry_stays_where_it_is;
update entry set filed_party_id = party_id;
alter table entry enable trigger entry_stays_where_it_is;

create function file_entry() returns trigger language plpgsql as $$
begin
  if new.filed_party_id = 0 then new.filed_party_id := new.party_id; end if;
  new.party_id := (select coalesce(merged_into_id, id) from party where id = new.filed_party_id);
  return new;
end $$;
create trigger entry_is_filed before insert on entry for each row execute function file_entry();

-- AddForeignKey
ALTER TABLE "entry" ADD CONSTRAINT "entry_negotiation_id_filed_party_id_fkey" FOREIGN KEY ("negotiation_id", "filed_party_id") REFERENCES "party"("negotiation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "party" ADD CONSTRAINT "party_negotiation_id_merged_into_id_fkey" FOREIGN KEY ("negotiation_id", "merged_into_id") REFERENCES "party"("negotiation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "speaker" ADD CONSTRAINT "speaker_negotiation_id_merged_into_id_fkey" FOREIGN KEY ("negotiation_id", "merged_into_id") REFERENCES "speaker"("negotiation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "source" ADD CONSTRAINT "source_merged_into_id_fkey" FOREIGN KEY ("merged_into_id") REFERENCES "source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "demand_wording" ADD CONSTRAINT "demand_wording_negotiation_id_demand_id_fkey" FOREIGN KEY ("negotiation_id", "demand_id") REFERENCES "demand"("negotiation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "wording_confirmation" ADD CONSTRAINT "wording_confirmation_entry_id_revision_id_fkey" FOREIGN KEY ("entry_id", "revision_id") REFERENCES "revision"("entry_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "wording_confirmation" ADD CONSTRAINT "wording_confirmation_demand_id_wording_fkey" FOREIGN KEY ("demand_id", "wording") REFERENCES "demand_wording"("demand_id", "number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "former_address" ADD CONSTRAINT "former_address_negotiation_id_fkey" FOREIGN KEY ("negotiation_id") REFERENCES "negotiation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- 2. What is merged points at what stands for it, which points at nothing: one step leads from any of them to what readers see.
alter table party add constraint party_merged_into_another check (merged_into_id <> id);
alter table speaker add constraint speaker_merged_into_another check (merged_into_id <> id);
alter table source add constraint source_merged_into_another check (merged_into_id <> id);
-- From what stands for others to all of them, and back: what the views below ask.
create index party_by_shown on party ((coalesce(merged_into_id, id)));
create index speaker_by_shown on speaker ((coalesce(merged_into_id, id)));
create index source_by_shown on source ((coalesce(merged_into_id, id)));

create function check_merged() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  is_wrong boolean;
begin
  execute format('select exists (select from %1$I a join %1$I b on b.id = a.merged_into_id
    where b.merged_into_id is not null and (a.id = $1 or b.id = $1))', tg_table_name) into is_wrong using new.id;
  if is_wrong then
    raise exception 'What is merged leads to what readers see in one step.'
      using errcode = 'check_violation', constraint = 'merged_into_what_is_shown';
  end if;
  return null;
end $$;
create constraint trigger party_merged_into_what_is_shown after update on party deferrable initially deferred
  for each row when (old.merged_into_id is distinct from new.merged_into_id) execute function check_merged();
create constraint trigger speaker_merged_into_what_is_shown after update on speaker deferrable initially deferred
  for each row when (old.merged_into_id is distinct from new.merged_into_id) execute function check_merged();
create constraint trigger source_merged_into_what_is_shown after update on source deferrable initially deferred
  for each row when (old.merged_into_id is distinct from new.merged_into_id) execute function check_merged();

-- The entries of a merged party come to stand in the column of the one that stands for it, and go back when that is undone.
create function show_entries_of_party() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  moved text[];
begin
  with gone as (
    update entry set party_id = coalesce(new.merged_into_id, new.id)
    where negotiation_id = new.negotiation_id and filed_party_id = new.id returning id, live_publication_id
  ) select array_agg(id) filter (where live_publication_id is not null) into moved from gone;
  perform index_entries(coalesce(moved, '{}'));
  return null;
end $$;
create trigger party_entries_are_shown after update on party for each row
  when (old.merged_into_id is distinct from new.merged_into_id) execute function show_entries_of_party();

alter table merge
  add constraint merge_kind_known check (kind in ('party', 'speaker', 'source')),
  add constraint merge_of_two check (from_id <> into_id),
  add constraint merge_has_a_reason check (btrim(reason) <> ''),
  add constraint merge_undone_by_somebody check ((undone_at is null) = (undone_by is null));
create unique index merge_in_force_once on merge (kind, from_id) where undone_at is null;
create trigger merge_is_kept before delete on merge for each row execute function refuse_to_change_history();
create trigger merge_is_not_emptied before truncate on merge execute function refuse_to_change_history();

-- 3. Rows of reference data count their changes; the order of a list is none.
create function count_version() returns trigger language plpgsql as $$
begin
  if new.version = old.version and (to_jsonb(new) - 'ordinal') is distinct from (to_jsonb(old) - 'ordinal') then
    new.version := old.version + 1;
  end if;
  return new;
end $$;

-- 4. A slug is an address: one that was left goes on leading to its row, and no other row gets it.
alter table former_address add constraint former_address_kind_known check (
  kind in ('negotiation', 'party', 'speaker', 'topic', 'demand', 'event', 'source'));

create function keep_former_address() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into former_address (kind, negotiation_id, slug, subject_id)
  values (tg_table_name, (to_jsonb(new) ->> 'negotiation_id')::int, old.slug, new.id) on conflict do nothing;
  return null;
end $$;
create function refuse_former_address() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (select from former_address f where f.kind = tg_table_name and f.slug = new.slug and f.subject_id <> new.id
      and f.negotiation_id is not distinct from (to_jsonb(new) ->> 'negotiation_id')::int) then
    raise exception 'The address "%" belongs to another % and leads to it.', new.slug, tg_table_name
      using errcode = 'unique_violation', constraint = 'former_address_is_kept';
  end if;
  return new;
end $$;
create trigger former_address_is_kept before update or delete on former_address for each row execute function refuse_to_change_history();
create trigger former_address_is_not_emptied before truncate on former_address execute function refuse_to_change_history();

do $$
declare
  noun text;
begin
  foreach noun in array array['negotiation', 'party', 'speaker', 'topic', 'demand', 'event', 'source'] loop
    execute format('create trigger %1$s_former_address_is_kept after update on %1$s for each row
      when (old.slug <> new.slug) execute function keep_former_address()', noun);
    execute format('create trigger %1$s_address_is_free before insert or update of slug on %1$s for each row
      execute function refuse_former_address()', noun);
    if noun <> 'source' then
      execute format('create trigger %1$s_version_counts before update on %1$s for each row execute function count_version()', noun);
    end if;
  end loop;
end $$;

-- 5. What a demand says, it says in its newest wording. Whoever words it anew says so in demand_wording; where nobody did, as an import,
-- the database does.
insert into demand_wording (negotiation_id, demand_id, number, proposition, low_end, high_end)
select negotiation_id, id, 1, proposition, low_end, high_end from demand;

create function keep_wording() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  said demand;
  newest demand_wording;
begin
  select * into said from demand where id = new.id;
  select * into newest from demand_wording where demand_id = new.id order by number desc limit 1;
  if newest.id is null
    or (newest.proposition, newest.low_end, newest.high_end) is distinct from (said.proposition, said.low_end, said.high_end) then
    insert into demand_wording (negotiation_id, demand_id, number, proposition, low_end, high_end)
    values (said.negotiation_id, said.id, coalesce(newest.number, 0) + 1, said.proposition, said.low_end, said.high_end);
  end if;
  return null;
end $$;
-- At the end of the transaction, so that who and why can be said before.
create constraint trigger demand_wording_is_kept after insert or update on demand deferrable initially deferred
  for each row execute function keep_wording();

alter table demand_wording add constraint demand_wording_counts_up check (number >= 1);
create trigger demand_wording_is_not_changed before update or delete on demand_wording for each row execute function refuse_to_change_history();
create trigger demand_wording_is_not_emptied before truncate on demand_wording execute function refuse_to_change_history();
create trigger wording_confirmation_is_kept before update or delete on wording_confirmation
  for each row execute function refuse_to_change_history();
create trigger wording_confirmation_is_not_emptied before truncate on wording_confirmation execute function refuse_to_change_history();

create function code_under_wording() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.wording = 0 then
    new.wording := coalesce((
      select w.number from entry e join demand_wording w on w.demand_id = e.demand_id
      where e.id = new.entry_id order by w.number desc limit 1), 1);
  end if;
  return new;
end $$;
create trigger revision_is_coded_under_a_wording before insert on revision for each row execute function code_under_wording();

create trigger demand_wording_change_is_announced after insert on demand_wording for each statement execute function announce_change();
create trigger wording_confirmation_change_is_announced after insert on wording_confirmation
  for each statement execute function announce_change();

-- 6. What readers see. Reference data of a negotiation is seen with its first published entry.
create or replace view published_party as
  select n.slug as negotiation, p.slug, p.name, p.short_name, p.role, p.note, p.ordinal
  from party p join negotiation n on n.id = p.negotiation_id
  where p.merged_into_id is null and exists (select from entry e where e.negotiation_id = n.id and e.live_publication_id is not null);

create or replace view published_speaker as
  select n.slug as negotiation, s.slug, s.name, s.office, p.slug as party, s.affiliation, s.ordinal
  from speaker s
  join negotiation n on n.id = s.negotiation_id
  join party o on o.id = s.party_id
  join party p on p.id = coalesce(o.merged_into_id, o.id)
  where s.merged_into_id is null and exists (select from entry e where e.negotiation_id = n.id and e.live_publication_id is not null)
    and (s.added_by is null or exists (
      select from speaker k join citation c on c.speaker_id = k.id join publication b on b.revision_id = c.revision_id
      join entry e on e.live_publication_id = b.id where coalesce(k.merged_into_id, k.id) = s.id));

create or replace view published_topic as
  select n.slug as negotiation, t.slug, t.title, t.ordinal from topic t join negotiation n on n.id = t.negotiation_id
  where exists (select from entry e where e.negotiation_id = n.id and e.live_publication_id is not null);

create or replace view published_demand as
  select n.slug as negotiation, d.slug, t.slug as topic, d.title, d.proposition, d.low_end, d.high_end,
    array(select p.slug from demand_raised_by r join party o on o.id = r.party_id join party p on p.id = coalesce(o.merged_into_id, o.id)
      where r.demand_id = d.id group by p.slug order by min(r.ordinal)) as raised_by,
    d.keywords, d.ordinal
  from demand d join negotiation n on n.id = d.negotiation_id join topic t on t.id = d.topic_id
  where exists (select from entry e where e.negotiation_id = n.id and e.live_publication_id is not null);

create or replace view published_event as
  select n.slug as negotiation, v.slug, v.title, v.starts_on, v.ends_on, v.place, v.kind,
    array(select p.slug from event_participant a join party o on o.id = a.party_id join party p on p.id = coalesce(o.merged_into_id, o.id)
      where a.event_id = v.id group by p.slug order by min(a.ordinal)) as participants,
    s.slug as source, v.ordinal
  from event v
  join negotiation n on n.id = v.negotiation_id
  left join source o on o.id = v.source_id
  left join source s on s.id = coalesce(o.merged_into_id, o.id)
  where exists (select from entry e where e.negotiation_id = n.id and e.live_publication_id is not null);

create or replace view published_citation as
  select c.id, n.slug as negotiation, e.id as entry, c.ordinal, c.quote, c.prefix, c.suffix, c.quote_kind, c.attribution, c.said_on,
    k.slug as speaker, s.slug as source
  from entry e
  join publication b on b.id = e.live_publication_id
  join citation c on c.revision_id = b.revision_id
  join negotiation n on n.id = e.negotiation_id
  join source o on o.id = c.source_id
  join source s on s.id = coalesce(o.merged_into_id, o.id)
  left join speaker q on q.id = c.speaker_id
  left join speaker k on k.id = coalesce(q.merged_into_id, q.id);

create or replace view published_source as
  select n.slug as negotiation, s.slug, u.ordinal, s.kind, s.publisher, s.publisher_flag, s.title, s.title_basis, s.url,
    s.published_on, s.published_basis, s.language, s.grade, s.note, s.authors, s.archived_url
  from negotiation_source u
  join negotiation n on n.id = u.negotiation_id
  join source s on s.id = u.source_id
  where s.merged_into_id is null and exists (
    select from source o where coalesce(o.merged_into_id, o.id) = s.id and (
      exists (select from event v where v.negotiation_id = u.negotiation_id and v.source_id = o.id)
      or exists (
        select from citation c join publication b on b.revision_id = c.revision_id join entry e on e.live_publication_id = b.id
        where c.source_id = o.id and c.negotiation_id = u.negotiation_id)));

create view published_former_address as
  select 'negotiation' as kind, null::text as negotiation, f.slug as former, n.slug as present
  from former_address f join negotiation n on n.id = f.subject_id join published_negotiation s on s.slug = n.slug
  where f.kind = 'negotiation' and f.slug <> n.slug
  union all
  select 'source', null, f.slug, s.slug from former_address f join source o on o.id = f.subject_id
  join source s on s.id = coalesce(o.merged_into_id, o.id)
  where f.kind = 'source' and f.slug <> s.slug and exists (select from published_source p where p.slug = s.slug)
  union all
  select 'source', null, o.slug, s.slug from source o join source s on s.id = o.merged_into_id
  where exists (select from published_source p where p.slug = s.slug)
  union all
  select 'party', n.slug, f.slug, s.slug from former_address f join party o on o.id = f.subject_id
  join party s on s.id = coalesce(o.merged_into_id, o.id) join negotiation n on n.id = f.negotiation_id
  join published_negotiation p on p.slug = n.slug where f.kind = 'party' and f.slug <> s.slug
  union all
  select 'party', n.slug, o.slug, s.slug from party o join party s on s.id = o.merged_into_id join negotiation n on n.id = o.negotiation_id
  join published_negotiation p on p.slug = n.slug
  union all
  select 'speaker', n.slug, f.slug, s.slug from former_address f join speaker o on o.id = f.subject_id
  join speaker s on s.id = coalesce(o.merged_into_id, o.id) join negotiation n on n.id = f.negotiation_id
  join published_speaker p on p.negotiation = n.slug and p.slug = s.slug where f.kind = 'speaker' and f.slug <> s.slug
  union all
  select 'speaker', n.slug, o.slug, s.slug from speaker o join speaker s on s.id = o.merged_into_id
  join negotiation n on n.id = o.negotiation_id join published_speaker p on p.negotiation = n.slug and p.slug = s.slug
  union all
  select 'topic', n.slug, f.slug, s.slug from former_address f join topic s on s.id = f.subject_id join negotiation n on n.id = f.negotiation_id
  join published_negotiation p on p.slug = n.slug where f.kind = 'topic' and f.slug <> s.slug
  union all
  select 'demand', n.slug, f.slug, s.slug from former_address f join demand s on s.id = f.subject_id join negotiation n on n.id = f.negotiation_id
  join published_negotiation p on p.slug = n.slug where f.kind = 'demand' and f.slug <> s.slug
  union all
  select 'event', n.slug, f.slug, s.slug from former_address f join event s on s.id = f.subject_id join negotiation n on n.id = f.negotiation_id
  join published_negotiation p on p.slug = n.slug where f.kind = 'event' and f.slug <> s.slug;

create view published_wording as
  select n.slug as negotiation, d.slug as demand, w.number, w.proposition, w.low_end, w.high_end, w.worded_at, w.reason
  from demand_wording w join demand d on d.id = w.demand_id join negotiation n on n.id = d.negotiation_id
  where exists (select from entry e where e.negotiation_id = n.id and e.live_publication_id is not null);

-- Words that came back are not others: what was coded under them, or confirmed under them, is in order again.
create view published_earlier_wording as
  select e.id as entry, n.slug as negotiation, d.slug as demand, r.wording
  from entry e
  join publication b on b.id = e.live_publication_id
  join revision r on r.id = b.revision_id
  join demand d on d.id = e.demand_id
  join negotiation n on n.id = e.negotiation_id
  where not exists (
    select from demand_wording w where w.demand_id = d.id
      and (w.proposition, w.low_end, w.high_end) = (d.proposition, d.low_end, d.high_end)
      and (w.number = r.wording or exists (
        select from wording_confirmation k where k.revision_id = r.id and k.wording = w.number)));

-- 7. Whatever reads citations shows, and counts, what stands for a merged source or speaker. The functions are taken as the last migration
-- that spoke of them left them, and only these words of theirs are changed.
do $$
declare
  found record;
  said text;
begin
  for found in
    select p.proname, pg_get_functiondef(p.oid) as said from pg_proc p
    where p.pronamespace = 'public'::regnamespace and p.prokind = 'f' and p.prosrc like '%citation%'
      and (p.proname like 'published%' or p.proname = 'index_entries')
  loop
    said := regexp_replace(found.said, '\mjoin source (\w+) on \1\.id = (\w+)\.source_id',
      'join source \1 on \1.id = (select coalesce(shown.merged_into_id, shown.id) from source shown where shown.id = \2.source_id)', 'g');
    said := regexp_replace(said, 'count\(distinct (\w+)\.source_id\)',
      'count(distinct (select coalesce(shown.merged_into_id, shown.id) from source shown where shown.id = \1.source_id))', 'g');
    said := regexp_replace(said, '\mjoin speaker (\w+) on \1\.id = (\w+)\.speaker_id',
      'join speaker \1 on \1.id = (select coalesce(shown.merged_into_id, shown.id) from speaker shown where shown.id = \2.speaker_id)', 'g');
    if said <> found.said then execute said; end if;
  end loop;
end $$;

create or replace function index_entries_around() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform index_entries(case tg_table_name
    when 'party' then array(select id from entry where party_id = new.id and live_publication_id is not null)
    when 'demand' then array(select id from entry where demand_id = new.id and live_publication_id is not null)
    when 'speaker' then array(select e.id from entry e where e.live_publication_id in (
      select b.id from publication b join citation c on c.revision_id = b.revision_id
      where c.speaker_id in (select id from speaker where id = new.id or coalesce(merged_into_id, id) = new.id)))
    when 'source' then array(select e.id from entry e where e.live_publication_id in (
      select b.id from publication b join citation c on c.revision_id = b.revision_id
      where c.source_id in (select id from source where id = new.id or coalesce(merged_into_id, id) = new.id))) end);
  return null;
end $$;
create trigger speaker_merge_is_found after update on speaker for each row
  when (old.merged_into_id is distinct from new.merged_into_id) execute function index_entries_around();
create trigger source_merge_is_found after update on source for each row
  when (old.merged_into_id is distinct from new.merged_into_id) execute function index_entries_around();
