-- CreateTable
CREATE TABLE "draft" (
    "id" TEXT NOT NULL,
    "negotiation_id" INTEGER NOT NULL,
    "author" TEXT NOT NULL,
    "source_id" INTEGER,
    "entry_id" TEXT,
    "base_revision_id" INTEGER,
    "content" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "started_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "saved_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "draft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "review" (
    "id" SERIAL NOT NULL,
    "negotiation_id" INTEGER NOT NULL,
    "entry_id" TEXT NOT NULL,
    "revision_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "reason" TEXT,
    "author" TEXT NOT NULL,
    "assignee" TEXT,
    "stage" TEXT NOT NULL DEFAULT 'in-review',
    "version" INTEGER NOT NULL DEFAULT 1,
    "sent_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "changed_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "review_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "review_step" (
    "id" SERIAL NOT NULL,
    "review_id" INTEGER NOT NULL,
    "revision_id" INTEGER NOT NULL,
    "step" TEXT NOT NULL,
    "actor" TEXT NOT NULL,
    "note" TEXT,
    "at" TIMESTAMPTZ(6) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "review_step_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "draft_author_saved_at_idx" ON "draft"("author", "saved_at");

-- CreateIndex
CREATE INDEX "review_queue" ON "review"("stage", "sent_at");

-- CreateIndex
CREATE INDEX "review_entry_id_idx" ON "review"("entry_id");

-- CreateIndex
CREATE INDEX "review_author_changed_at_idx" ON "review"("author", "changed_at");

-- CreateIndex
CREATE INDEX "review_step_review_id_id_idx" ON "review_step"("review_id", "id");

-- AddForeignKey
ALTER TABLE "draft" ADD CONSTRAINT "draft_negotiation_id_fkey" FOREIGN KEY ("negotiation_id") REFERENCES "negotiation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draft" ADD CONSTRAINT "draft_negotiation_id_source_id_fkey" FOREIGN KEY ("negotiation_id", "source_id") REFERENCES "negotiation_source"("negotiation_id", "source_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draft" ADD CONSTRAINT "draft_negotiation_id_entry_id_fkey" FOREIGN KEY ("negotiation_id", "entry_id") REFERENCES "entry"("negotiation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draft" ADD CONSTRAINT "draft_entry_id_base_revision_id_fkey" FOREIGN KEY ("entry_id", "base_revision_id") REFERENCES "revision"("entry_id", "id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review" ADD CONSTRAINT "review_negotiation_id_fkey" FOREIGN KEY ("negotiation_id") REFERENCES "negotiation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review" ADD CONSTRAINT "review_negotiation_id_entry_id_fkey" FOREIGN KEY ("negotiation_id", "entry_id") REFERENCES "entry"("negotiation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review" ADD CONSTRAINT "review_entry_id_revision_id_fkey" FOREIGN KEY ("entry_id", "revision_id") REFERENCES "revision"("entry_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_step" ADD CONSTRAINT "review_step_review_id_fkey" FOREIGN KEY ("review_id") REFERENCES "review"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_step" ADD CONSTRAINT "review_step_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "revision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Written by hand from here on.

alter table draft
  add constraint draft_content_is_an_object check (jsonb_typeof(content) = 'object'),
  add constraint draft_base_is_of_its_entry check ((entry_id is null) = (base_revision_id is null));
-- One person has one draft of a change to an entry: a second window goes on with the first.
create unique index draft_once_for_an_entry on draft (author, entry_id);

alter table review
  add constraint review_kind_known check (kind in ('first', 'correction', 'recoding')),
  add constraint review_stage_known check (stage in ('in-review', 'changes-requested', 'approved', 'rejected', 'retracted')),
  add constraint review_change_has_a_reason check (kind = 'first' or btrim(coalesce(reason, '')) <> '');
-- One change to an entry at a time: what comes second is written against what came first.
create unique index review_open_once on review (entry_id) where stage in ('in-review', 'changes-requested');

alter table review_step
  add constraint review_step_known check (step in ('sent', 'remark', 'assigned', 'changes-requested', 'approved', 'rejected', 'retracted')),
  add constraint review_step_refusal_has_a_note check (
    step not in ('remark', 'changes-requested', 'rejected') or btrim(coalesce(note, '')) <> '');

create trigger review_step_is_kept before update or delete on review_step for each row execute function refuse_to_change_history();
create trigger review_step_is_not_emptied before truncate on review_step execute function refuse_to_change_history();
create trigger review_is_kept before delete on review for each row execute function refuse_to_change_history();
create trigger review_is_not_emptied before truncate on review execute function refuse_to_change_history();

-- Where a review may go from where it stands, whoever writes. Approved is what was published, by somebody else than who wrote it.
create function check_review() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  shown publication;
begin
  if tg_op = 'INSERT' then
    if new.stage <> 'in-review' then
      raise exception 'A review begins in review.' using errcode = 'check_violation', constraint = 'review_stage_follows';
    end if;
    return new;
  end if;
  if (old.entry_id, old.negotiation_id, old.kind, old.author) is distinct from (new.entry_id, new.negotiation_id, new.kind, new.author) then
    raise exception 'A review keeps its entry, its kind and its author.' using errcode = 'restrict_violation';
  end if;
  if old.stage not in ('in-review', 'changes-requested') then
    raise exception 'Review % is over: %.', old.id, old.stage using errcode = 'restrict_violation', constraint = 'review_stage_follows';
  end if;
  if new.stage = 'approved' then
    select b.* into shown from entry e join publication b on b.id = e.live_publication_id where e.id = new.entry_id;
    if old.stage <> 'in-review' or shown.revision_id is distinct from new.revision_id or shown.kind <> new.kind or shown.published_by = new.author then
      raise exception 'Review % is approved by publishing its revision, by somebody who did not write it.', old.id
        using errcode = 'check_violation', constraint = 'review_approved_by_a_second_person';
    end if;
  end if;
  return new;
end $$;
create trigger review_stage_follows before insert or update on review for each row execute function check_review();

create index publication_withdrawn on publication (negotiation_id, published_at) where kind <> 'first';

-- What was changed in what readers see, and why: the state before and after each correction, re-coding and withdrawal.
create view published_correction as
  select b.id, n.slug as negotiation, e.id as entry, p.slug as party, d.slug as demand, b.kind, b.reason, b.published_at,
    old.number as old_revision, new.number as new_revision
  from publication b
  join entry e on e.id = b.entry_id
  join negotiation n on n.id = e.negotiation_id
  join party p on p.id = e.party_id
  join demand d on d.id = e.demand_id
  join revision new on new.id = b.revision_id
  join lateral (
    select r.number from publication f join revision r on r.id = f.revision_id
    where f.entry_id = b.entry_id and (f.published_at, f.id) < (b.published_at, b.id)
    order by f.published_at desc, f.id desc limit 1) old on true
  where b.kind <> 'first';

-- A state that readers saw once: of a revision that was never published, nothing.
create view published_state as
  select r.entry_id as entry, r.number as revision, n.slug as negotiation, r.held_from, r.date_precision, r.stance, r.salience, r.summary, r.terms,
    r.shift_kind, r.shift_basis, r.shift_note, v.slug as event
  from revision r
  join negotiation n on n.id = r.negotiation_id
  left join event v on v.id = r.event_id
  where exists (select from publication b where b.entry_id = r.entry_id and b.revision_id = r.id);

-- Speakers are added while an entry is written; readers see them with the first entry that quotes them.
alter table speaker add column added_by text;
create index citation_by_speaker on citation (speaker_id) where speaker_id is not null;
create or replace view published_speaker as
  select n.slug as negotiation, s.slug, s.name, s.office, p.slug as party, s.affiliation, s.ordinal
  from speaker s join negotiation n on n.id = s.negotiation_id join party p on p.id = s.party_id
  where s.added_by is null or exists (
    select from citation c join publication b on b.revision_id = c.revision_id join entry e on e.live_publication_id = b.id where c.speaker_id = s.id);
