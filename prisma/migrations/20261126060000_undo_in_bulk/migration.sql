-- CreateTable
CREATE TABLE "undo" (
    "id" SERIAL NOT NULL,
    "scope" TEXT NOT NULL,
    "scope_person" TEXT,
    "scope_publication_id" INTEGER,
    "scope_undo_id" INTEGER,
    "scope_from" TIMESTAMPTZ(6),
    "scope_to" TIMESTAMPTZ(6) NOT NULL,
    "reason" TEXT NOT NULL,
    "proposed_by" TEXT NOT NULL,
    "proposed_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "stage" TEXT NOT NULL DEFAULT 'proposed',
    "decided_by" TEXT,
    "decided_at" TIMESTAMPTZ(6),
    "note" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "undo_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "undo_line" (
    "undo_id" INTEGER NOT NULL,
    "entry_id" TEXT NOT NULL,
    "seen_publication_id" INTEGER NOT NULL,
    "back_publication_id" INTEGER,

    CONSTRAINT "undo_line_pkey" PRIMARY KEY ("undo_id","entry_id")
);

-- CreateTable
CREATE TABLE "undo_publication" (
    "publication_id" INTEGER NOT NULL,
    "undo_id" INTEGER NOT NULL,

    CONSTRAINT "undo_publication_pkey" PRIMARY KEY ("publication_id")
);

-- CreateIndex
CREATE INDEX "undo_stage_id_idx" ON "undo"("stage", "id");

-- CreateIndex
CREATE INDEX "undo_publication_undo_id_idx" ON "undo_publication"("undo_id");

-- CreateIndex
CREATE INDEX "publication_published_by_published_at_idx" ON "publication"("published_by", "published_at");

-- CreateIndex
CREATE INDEX "revision_recorded_by_idx" ON "revision"("recorded_by");

-- AddForeignKey
ALTER TABLE "undo" ADD CONSTRAINT "undo_scope_publication_id_fkey" FOREIGN KEY ("scope_publication_id") REFERENCES "publication"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "undo" ADD CONSTRAINT "undo_scope_undo_id_fkey" FOREIGN KEY ("scope_undo_id") REFERENCES "undo"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "undo_line" ADD CONSTRAINT "undo_line_undo_id_fkey" FOREIGN KEY ("undo_id") REFERENCES "undo"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "undo_line" ADD CONSTRAINT "undo_line_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "undo_line" ADD CONSTRAINT "undo_line_entry_id_seen_publication_id_fkey" FOREIGN KEY ("entry_id", "seen_publication_id") REFERENCES "publication"("entry_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "undo_line" ADD CONSTRAINT "undo_line_entry_id_back_publication_id_fkey" FOREIGN KEY ("entry_id", "back_publication_id") REFERENCES "publication"("entry_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "undo_publication" ADD CONSTRAINT "undo_publication_publication_id_fkey" FOREIGN KEY ("publication_id") REFERENCES "publication"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "undo_publication" ADD CONSTRAINT "undo_publication_undo_id_fkey" FOREIGN KEY ("undo_id") REFERENCES "undo"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Written by hand from here on.

alter table undo
  add constraint undo_stage_known check (stage in ('proposed', 'done', 'rejected', 'retracted')),
  add constraint undo_says_why check (btrim(reason) <> ''),
  add constraint undo_rejection_says_why check (stage <> 'rejected' or btrim(coalesce(note, '')) <> ''),
  add constraint undo_decision_is_whole check ((stage = 'proposed') = (decided_by is null) and (decided_by is null) = (decided_at is null)),
  add constraint undo_names_its_scope check (case scope
    when 'written' then scope_person is not null
    when 'approved' then scope_person is not null
    when 'import' then scope_publication_id is not null
    when 'undo' then scope_undo_id is not null
    else false end);

create trigger undo_is_kept before delete on undo for each row execute function refuse_to_change_history();
create trigger undo_is_not_emptied before truncate on undo execute function refuse_to_change_history();
create trigger undo_line_is_kept before update or delete on undo_line for each row execute function refuse_to_change_history();
create trigger undo_line_is_not_emptied before truncate on undo_line execute function refuse_to_change_history();
create trigger undo_publication_is_kept before update or delete on undo_publication for each row execute function refuse_to_change_history();
create trigger undo_publication_is_not_emptied before truncate on undo_publication execute function refuse_to_change_history();

-- Whoever writes: an undo is decided once, by a second person, and done means that every one of its lines is what was published.
create function check_undo() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  made bigint;
begin
  if tg_op = 'INSERT' then
    if new.stage <> 'proposed' then
      raise exception 'An undo begins as a proposal.' using errcode = 'check_violation', constraint = 'undo_stage_follows';
    end if;
    return new;
  end if;
  if (old.id, old.scope, old.scope_person, old.scope_publication_id, old.scope_undo_id, old.scope_from, old.scope_to, old.reason, old.proposed_by, old.proposed_at)
    is distinct from (new.id, new.scope, new.scope_person, new.scope_publication_id, new.scope_undo_id, new.scope_from, new.scope_to, new.reason, new.proposed_by, new.proposed_at) then
    raise exception 'An undo keeps what was proposed.' using errcode = 'restrict_violation';
  end if;
  if old.stage <> 'proposed' then
    raise exception 'Undo % is over: %.', old.id, old.stage using errcode = 'restrict_violation', constraint = 'undo_stage_follows';
  end if;
  if (new.stage = 'retracted') <> (new.decided_by = new.proposed_by) then
    raise exception 'Undo %: a second person decides; who proposed it may take it back.', old.id
      using errcode = 'check_violation', constraint = 'undo_by_a_second_person';
  end if;
  if new.stage = 'done' then
    -- Each line has the publication that it asks for, which is the last of its entry.
    select count(*) into made
    from undo_publication u
    join publication b on b.id = u.publication_id
    join undo_line l on l.undo_id = u.undo_id and l.entry_id = b.entry_id
    join publication back on back.id = coalesce(l.back_publication_id, l.seen_publication_id)
    where u.undo_id = new.id and b.revision_id = back.revision_id and b.published_by = new.decided_by
      and b.kind = case when l.back_publication_id is null then 'withdrawal' else 'correction' end
      and b.id = (select last.id from publication last where last.entry_id = b.entry_id order by last.published_at desc, last.id desc limit 1);
  end if;
  if new.stage = 'done' and (made = 0 or made <> (select count(*) from undo_line where undo_id = new.id)
    or made <> (select count(*) from undo_publication where undo_id = new.id)) then
    raise exception 'Undo % is done by publishing each of its lines.', old.id
      using errcode = 'check_violation', constraint = 'undo_does_what_was_proposed';
  end if;
  return new;
end $$;
create trigger undo_stage_follows before insert or update on undo for each row execute function check_undo();

-- What was proposed is whole from the start, and what an undo published was published while it was decided.
create function check_undo_part() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  stands undo;
begin
  select * into stands from undo where id = new.undo_id;
  if stands.stage <> 'proposed' then
    raise exception 'Undo % is over: %.', stands.id, stands.stage using errcode = 'restrict_violation', constraint = 'undo_stage_follows';
  end if;
  if tg_table_name = 'undo_line' and stands.proposed_at <> now() then
    raise exception 'Undo % keeps what was proposed.', stands.id using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger undo_line_is_proposed before insert on undo_line for each row execute function check_undo_part();
create trigger undo_publication_is_decided before insert on undo_publication for each row execute function check_undo_part();

-- An entry that was withdrawn comes back by a correction of what readers saw: they are told that it is back, not that it was changed.
create or replace view published_correction as
  select b.id, n.slug as negotiation, e.id as entry, p.slug as party, d.slug as demand, b.kind, b.reason, b.published_at,
    old.number as old_revision, new.number as new_revision, old.kind = 'withdrawal' as comes_back
  from publication b
  join entry e on e.id = b.entry_id
  join negotiation n on n.id = e.negotiation_id
  join party p on p.id = e.party_id
  join demand d on d.id = e.demand_id
  join revision new on new.id = b.revision_id
  join lateral (
    select r.number, f.kind from publication f join revision r on r.id = f.revision_id
    where f.entry_id = b.entry_id and (f.published_at, f.id) < (b.published_at, b.id)
    order by f.published_at desc, f.id desc limit 1) old on true
  where b.kind <> 'first';
