-- What must never break holds here, whoever writes: the app, an import, a script or a person at an SQL console.

-- 1. The words of the model, closed lists.
alter table party add constraint party_role_known check (role in ('belligerent', 'mediator', 'backer'));
alter table event add constraint event_kind_known check (kind in ('talks', 'summit', 'document', 'statement')),
  add constraint event_ends_after_it_starts check (ends_on is null or ends_on >= starts_on);
alter table source
  add constraint source_kind_known check (kind in ('news', 'official-document', 'transcript', 'social', 'analysis')),
  add constraint source_flag_known check (publisher_flag in ('state-media', 'pro-government', 'aggregator')),
  add constraint source_title_basis_known check (title_basis in ('page', 'address', 'descriptive')),
  add constraint source_grade_known check (grade in ('A', 'B', 'C', 'D', 'E', 'F')),
  add constraint source_url_is_http check (url ~ '^https?://');
alter table revision
  add constraint revision_stance_known check (stance in ('demands', 'accepts', 'conditional', 'opposes', 'rejects', 'ambiguous')),
  add constraint revision_salience_known check (salience in ('high', 'red-line')),
  add constraint revision_precision_known check (date_precision in ('day', 'month', 'approximate')),
  add constraint revision_shift_kind_known check (shift_kind in ('new-position', 'reaffirmation', 'clarification', 'concession',
    'conditional-offer', 'reversal', 'hardening', 'withdrawn-offer')),
  add constraint revision_shift_basis_known check (shift_basis in ('source', 'coder')),
  add constraint revision_shift_is_whole check (
    (shift_kind is null) = (shift_basis is null) and (shift_kind is not null or shift_note is null)),
  add constraint revision_number_counts_up check (number >= 1),
  add constraint revision_says_something check (btrim(summary) <> '');
alter table citation
  add constraint citation_quote_kind_known check (quote_kind in ('speaker', 'document', 'mixed', 'reporter')),
  add constraint citation_attribution_known check (attribution in ('official-document', 'on-record', 'readout', 'background',
    'leaked', 'reported')),
  add constraint citation_quotes_something check (btrim(quote) <> '');
alter table publication
  add constraint publication_kind_known check (kind in ('first', 'correction', 'recoding', 'withdrawal')),
  add constraint publication_change_has_a_reason check (kind = 'first' or btrim(coalesce(reason, '')) <> '');
alter table source_text
  add constraint source_text_hash_fits check (sha256 = encode(sha256(convert_to(text, 'UTF8')), 'hex'));

-- 2. History is written once.
create function refuse_to_change_history() returns trigger language plpgsql as $$
begin
  raise exception 'Rows of % are never changed or deleted; add a new row instead.', tg_table_name
    using errcode = 'restrict_violation';
end $$;

create trigger revision_is_kept before update or delete on revision for each row execute function refuse_to_change_history();
create trigger revision_is_not_emptied before truncate on revision execute function refuse_to_change_history();
create trigger citation_is_kept before update or delete on citation for each row execute function refuse_to_change_history();
create trigger citation_is_not_emptied before truncate on citation execute function refuse_to_change_history();
create trigger publication_is_kept before update or delete on publication for each row execute function refuse_to_change_history();
create trigger publication_is_not_emptied before truncate on publication execute function refuse_to_change_history();
create trigger source_text_is_kept before update or delete on source_text for each row execute function refuse_to_change_history();
create trigger source_text_is_not_emptied before truncate on source_text execute function refuse_to_change_history();
create trigger audit_is_kept before update or delete on audit for each row execute function refuse_to_change_history();
create trigger audit_is_not_emptied before truncate on audit execute function refuse_to_change_history();

-- An entry stays about the party and the demand it was made for; a miscoded one is withdrawn and written anew.
create function refuse_to_move_entry() returns trigger language plpgsql as $$
begin
  if (old.id, old.negotiation_id, old.party_id, old.demand_id) is distinct from (new.id, new.negotiation_id, new.party_id, new.demand_id) then
    raise exception 'Entry % keeps its party and its demand; withdraw it and write a new one.', old.id
      using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger entry_stays_where_it_is before update on entry for each row execute function refuse_to_move_entry();
create trigger entry_is_kept before delete on entry for each row execute function refuse_to_change_history();
create trigger entry_is_not_emptied before truncate on entry execute function refuse_to_change_history();

-- 3. A citation's words stand in the stored text, character for character, at the place it names.
create function check_citation() returns trigger language plpgsql as $$
declare
  stored text;
begin
  select text into stored from source_text where id = new.source_text_id and source_id = new.source_id;
  if new.starts_at < 0 or substring(stored from new.starts_at + 1 for new.ends_at - new.starts_at) is distinct from new.quote then
    raise exception 'The quoted words are not at characters % to % of the stored text of this source.', new.starts_at, new.ends_at
      using errcode = 'check_violation', constraint = 'citation_words_are_in_the_source';
  end if;
  if length(new.prefix) > new.starts_at
    or substring(stored from new.starts_at + 1 - length(new.prefix) for length(new.prefix)) <> new.prefix
    or substring(stored from new.ends_at + 1 for length(new.suffix)) <> new.suffix then
    raise exception 'The words before or after the quotation are not those of the stored text.'
      using errcode = 'check_violation', constraint = 'citation_words_are_in_the_source';
  end if;
  if exists (select from publication where revision_id = new.revision_id) then
    raise exception 'Revision % is published; its citations are final.', new.revision_id
      using errcode = 'restrict_violation', constraint = 'citation_comes_before_publication';
  end if;
  return new;
end $$;
create trigger citation_words_are_in_the_source before insert on citation for each row execute function check_citation();

-- 4. What a publication must bring, and what follows from one.
create function check_publication() returns trigger language plpgsql security definer set search_path = public as $$
declare
  edited revision;
  earlier publication;
begin
  perform from entry where id = new.entry_id for update; -- one publication of an entry at a time
  select * into edited from revision where id = new.revision_id;
  select * into earlier from publication where entry_id = new.entry_id order by published_at desc, id desc limit 1;

  if (new.kind = 'first') <> (earlier.id is null) then
    raise exception 'Entry %: the first publication, and only the first, is of kind "first".', new.entry_id
      using errcode = 'check_violation', constraint = 'publication_kind_fits';
  end if;
  if new.kind = 'withdrawal' and (earlier.kind = 'withdrawal' or earlier.revision_id <> new.revision_id) then
    raise exception 'Entry %: only the revision that readers see can be withdrawn.', new.entry_id
      using errcode = 'check_violation', constraint = 'publication_kind_fits';
  end if;
  if new.kind <> 'withdrawal' and new.published_by = edited.recorded_by then
    raise exception 'Entry %: nobody publishes their own revision; a second person approves.', new.entry_id
      using errcode = 'check_violation', constraint = 'publication_by_a_second_person';
  end if;
  if not exists (select from citation where revision_id = new.revision_id) then
    raise exception 'Entry %: a published entry needs at least one citation.', new.entry_id
      using errcode = 'check_violation', constraint = 'publication_has_a_citation';
  end if;
  if edited.stance = 'conditional' and btrim(coalesce(edited.terms, '')) = '' then
    raise exception 'Entry %: a conditional stance names its terms.', new.entry_id
      using errcode = 'check_violation', constraint = 'publication_names_its_terms';
  end if;

  -- One transaction is one instant on the "known" clock; within an entry the clock never runs back.
  new.published_at := greatest(now(), earlier.published_at + interval '1 microsecond');
  return new;
end $$;
create trigger publication_is_allowed before insert on publication for each row execute function check_publication();

create function show_publication() returns trigger language plpgsql security definer set search_path = public as $$
begin
  update entry set live_publication_id = case when new.kind <> 'withdrawal' then new.id end where id = new.entry_id;
  perform pg_notify('parley_publication', new.negotiation_id::text);
  return null;
end $$;
create trigger publication_is_shown after insert on publication for each row execute function show_publication();

create index entry_published on entry (negotiation_id) where live_publication_id is not null;

-- 5. Readers see a change to a name or a wording at once too, not only a publication.
create function announce_change() returns trigger language plpgsql as $$
begin
  perform pg_notify('parley_publication', tg_table_name);
  return null;
end $$;
do $$
declare
  reference text;
begin
  foreach reference in array array['negotiation', 'party', 'speaker', 'topic', 'demand', 'demand_raised_by', 'event', 'event_participant',
    'source', 'negotiation_source'] loop
    execute format('create trigger %I after insert or update or delete on %I for each statement execute function announce_change()',
      reference || '_change_is_announced', reference);
  end loop;
end $$;
