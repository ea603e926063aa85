-- Who may do what, run after every migration. :app is the role of the application, :public that of every public page, feed and API.
-- Each run starts from nothing, so that a right taken out of this file is taken from the database.

revoke all on schema public from public;
revoke all on all tables in schema public from public, :app, :public;
revoke all on all sequences in schema public from public, :app, :public;
revoke all on all functions in schema public from public, :app, :public;
grant usage on schema public to :app, :public;

-- Reference data: may be added and amended; each change leaves an audit row.
grant select, insert, update on negotiation, party, speaker, topic, demand, event, source, negotiation_source to :app;
grant select, insert, update, delete on demand_raised_by, event_participant to :app;

-- History: may only be added to.
grant select, insert on revision, citation, publication, source_text, audit, demand_wording, wording_confirmation to :app;
-- A merge can be undone, and stays on record; addresses that were left are written down by the database, or brought by an import.
grant select, insert on merge to :app;
grant update (undone_at, undone_by) on merge to :app;
grant select, insert on former_address to :app;

-- The chain over it, and what reference data said before, are written by the database itself.
grant select on chain_link, chain_address, reference_state to :app;

-- The join point: what it is about is fixed, where it stands moves on.
grant select, insert on entry to :app;
grant update (ordinal, version, current_revision_id) on entry to :app;

-- On the way to readers: a draft is its author's to throw away, as a kept view is its owner's; a review moves on and keeps every step.
grant select, insert, update, delete on draft, kept_view to :app;
grant select, insert on review, review_step to :app;
grant update (revision_id, reason, assignee, stage, version, changed_at) on review to :app;

-- An import can be thrown away until it is done; a trigger keeps it then.
grant select, insert, update, delete on import, import_mapping to :app;
-- An undo is decided once; what it was to do and what it did are only added to.
grant select, insert on undo, undo_line, undo_publication to :app;
grant update (stage, decided_by, decided_at, note, version) on undo to :app;

-- A flag is dealt with, and stays.
grant select, insert on source_flag to :app;
grant update (resolved_at, resolved_by) on source_flag to :app;

-- People and how they come in. Who has an account is disabled, never deleted.
grant select, insert, update on person, credential to :app;
grant select, insert, update, delete on session, verification, two_factor, known_device, attempt to :app;
grant select, insert on one_time_link to :app;
grant update (used_at, revoked_at) on one_time_link to :app;

-- Keys of scripts: one is revoked, never deleted. Their answers are kept for a day.
grant select, insert on access_token to :app;
grant update (last_used_at, revoked_at) on access_token to :app;
grant select, insert, update, delete on filing_answer to :app;

grant usage on all sequences in schema public to :app;

-- The indexes over sources are kept with the rights of whoever writes one.
grant execute on function search_plain(text), search_vector(text, "char"), address_key(text) to :app;

-- The public sees what is published.
grant select on published_negotiation, published_party, published_speaker, published_topic, published_demand, published_event,
  published_entry, published_citation, published_source, published_tombstone, published_revision,
  published_correction, published_state, published_chain_head, published_former_address, published_wording, published_earlier_wording, published_publication to :app, :public;
grant execute on function positions_as_of(text, date, timestamptz) to :app, :public;
grant execute on function published_positions(text, date, boolean), published_positions_known(text, date, boolean, timestamptz),
  published_entries_page(text, boolean, boolean, date, date, text[], text[], text[], text[], boolean, date, int, text, int),
  published_citations(text[], int[]), published_changed_at(text),
  published_cells(text, date, date), published_days(text), published_shifts(text, date, date, int), published_shift_months(text),
  published_moves(text, text, boolean, int), published_coverage(text), published_pages(), published_source_rows(text, int, int),
  published_chain(int, int), published_chain_head_known(timestamptz), published_since(text), published_cells_changed(text, timestamptz),
  published_entries_known(text, timestamptz, boolean, int, int[]), published_days_known(text, timestamptz),
  published_citations_known(text[], int[]), published_reference_known(text, timestamptz),
  published_search(text, text, jsonb, int, int), published_search_marks(text[], jsonb) to :app, :public;
