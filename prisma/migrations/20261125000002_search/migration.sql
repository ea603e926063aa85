-- Search over demands, entries with their quotations, parties, speakers, events and sources, in PostgreSQL's own full text.
-- Spellings (Kyiv, Kiev) are widened in the question, by lib/domain/search/spellings.ts: a new one needs no new index.

-- Without accents and other combining marks: "Erdogan" finds "Erdoğan".
create function search_plain(in_text text) returns text language sql immutable parallel safe set search_path = pg_catalog as $$
  select regexp_replace(normalize(lower(coalesce(in_text, '')), nfkd), '[\u0300-\u036f]', '', 'g')
$$;

-- A text by its stems, and again by its bare words, which is what the beginning of a word is compared with while somebody types.
create function search_vector(in_text text, in_weight "char") returns tsvector language sql immutable parallel safe set search_path = pg_catalog, public as $$
  select setweight(to_tsvector('pg_catalog.english', search_plain(in_text)) || to_tsvector('pg_catalog.simple', search_plain(in_text)), in_weight)
$$;

-- A question as lib/domain/search/terms.ts parses it: [{"any": ["zelensky", "zelenskyy"], "not": false, "begins": false}, …].
-- Every term must be found in one of its spellings, or, after a minus, in none; several words in a spelling follow each other.
create function search_query(in_terms jsonb, in_join text default 'and') returns tsquery
language plpgsql immutable parallel safe set search_path = pg_catalog, public as $$
declare
  term jsonb;
  spelling text;
  one tsquery;
  whole tsquery := ''::tsquery;
begin
  for term in select * from jsonb_array_elements(in_terms) loop
    one := ''::tsquery;
    for spelling in select * from jsonb_array_elements_text(term -> 'any') loop
      one := one || phraseto_tsquery('pg_catalog.english', search_plain(spelling));
      if (term ->> 'begins')::boolean then
        one := one || to_tsquery('pg_catalog.simple', quote_literal(search_plain(spelling)) || ':*');
      end if;
    end loop;
    if numnode(one) > 0 then
      whole := case when (term ->> 'not')::boolean then whole && !!one when in_join = 'or' then whole || one else whole && one end;
    end if;
  end loop;
  return whole;
end $$;

-- What can be found of an entry that readers see: one row for each, gone with its withdrawal.
create table entry_search (
  entry_id text primary key,
  negotiation_id int not null,
  held_from date not null,
  document tsvector not null,
  constraint entry_search_of_entry foreign key (negotiation_id, entry_id) references entry (negotiation_id, id) on delete restrict on update cascade
);
create unique index entry_search_negotiation_id_entry_id_key on entry_search (negotiation_id, entry_id);
create index entry_search_by_word on entry_search using gin (document);

create function index_entry(in_entry text) returns void language sql set search_path = public, pg_temp as $$
  delete from entry_search where entry_id = in_entry;
  insert into entry_search (entry_id, negotiation_id, held_from, document)
  select e.id, e.negotiation_id, e.live_held_from,
    search_vector(concat_ws(' ', p.name, p.short_name, d.title), 'A')
    || search_vector(concat_ws(' ', r.summary, r.terms), 'B')
    || search_vector((select string_agg(c.quote, ' ¶ ' order by c.ordinal) from citation c where c.revision_id = r.id), 'C')
    || search_vector((select string_agg(distinct concat_ws(' ', k.name, k.office, k.affiliation, s.publisher), ' ¶ ')
        from citation c join source s on s.id = c.source_id left join speaker k on k.id = c.speaker_id where c.revision_id = r.id), 'D')
  from entry e
  join publication b on b.id = e.live_publication_id
  join revision r on r.id = b.revision_id
  join party p on p.id = e.party_id
  join demand d on d.id = e.demand_id
  where e.id = in_entry
$$;

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
  perform index_entry(new.entry_id);
  perform pg_notify('parley_publication', new.negotiation_id::text);
  return null;
end $$;

-- An entry is found by the names around it, so a new name is a new document.
create function index_entries_around() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  case tg_table_name
    when 'party' then perform index_entry(id) from entry where party_id = new.id and live_publication_id is not null;
    when 'demand' then perform index_entry(id) from entry where demand_id = new.id and live_publication_id is not null;
    when 'speaker' then
      perform index_entry(id) from entry where live_publication_id in (
        select b.id from publication b join citation c on c.revision_id = b.revision_id where c.speaker_id = new.id);
    when 'source' then
      perform index_entry(id) from entry where live_publication_id in (
        select b.id from publication b join citation c on c.revision_id = b.revision_id where c.source_id = new.id);
  end case;
  return null;
end $$;

create trigger party_is_found after update on party for each row
  when ((old.name, old.short_name) is distinct from (new.name, new.short_name)) execute function index_entries_around();
create trigger demand_is_found after update on demand for each row
  when (old.title is distinct from new.title) execute function index_entries_around();
create trigger speaker_is_found after update on speaker for each row
  when ((old.name, old.office, old.affiliation) is distinct from (new.name, new.office, new.affiliation)) execute function index_entries_around();
create trigger source_is_found after update on source for each row
  when (old.publisher is distinct from new.publisher) execute function index_entries_around();

select index_entry(id) from entry where live_publication_id is not null;

create function source_document(in_source source) returns tsvector language sql immutable parallel safe set search_path = pg_catalog, public as $$
  select search_vector(in_source.title, 'A') || search_vector(in_source.publisher, 'B') || search_vector(in_source.note, 'D')
$$;
create index source_by_word on source using gin (source_document(source));

-- The newest of those that match are ranked; beyond this many a question is too wide for the order to mean anything.
create function search_reach() returns int language sql immutable parallel safe as 'select 5000';

-- One page of what is found of one kind, best first, with how many there are in all (no more than search_reach).
create function published_search(in_kind text, in_negotiation text, in_terms jsonb, page_size int, page_from int)
returns table (negotiation text, key text, title text, detail text, party text, on_day date, total int)
language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
declare
  asked tsquery := search_query(in_terms);
  weights real[] := '{0.15, 0.4, 0.6, 1.0}';
begin
  if numnode(asked) = 0 then return; end if;
  return query
  with found as (
    select n.slug as negotiation, f.entry_id as key, null::text as title, null::text as detail, null::text as party, f.held_from as on_day,
      ts_rank(weights, f.document, asked) as rank, 0 as place
    from (
      select * from entry_search s
      where in_kind = 'entry' and s.document @@ asked
        and (in_negotiation is null or s.negotiation_id = (select id from negotiation where slug = in_negotiation))
      order by s.held_from desc, s.entry_id desc limit search_reach()
    ) f join negotiation n on n.id = f.negotiation_id
    union all
    select o.negotiation, o.key, o.title, o.detail, o.party, o.on_day, ts_rank(weights, o.document, asked), o.place
    from (
      select d.negotiation, d.slug as key, d.title, d.proposition as detail, null::text as party, null::date as on_day, d.ordinal as place,
        search_vector(d.title, 'A') || search_vector(concat_ws(' ', d.proposition, array_to_string(d.keywords, ' ')), 'B')
          || search_vector(concat_ws(' ', d.low_end, d.high_end), 'C') as document
      from published_demand d where in_kind = 'demand'
      union all
      select p.negotiation, p.slug, p.name, coalesce(p.note, ''), p.slug, null, p.ordinal,
        search_vector(concat_ws(' ', p.name, p.short_name), 'A') || search_vector(p.note, 'C')
      from published_party p where in_kind = 'party'
      union all
      select k.negotiation, k.slug, k.name, concat_ws(', ', k.office, k.affiliation), k.party, null, k.ordinal,
        search_vector(k.name, 'A') || search_vector(concat_ws(' ', k.office, k.affiliation), 'B')
      from published_speaker k where in_kind = 'speaker'
      union all
      select v.negotiation, v.slug, v.title, coalesce(v.place, ''), null, v.starts_on, v.ordinal,
        search_vector(v.title, 'A') || search_vector(v.place, 'B')
      from published_event v where in_kind = 'event'
    ) o where o.document @@ asked
    union all
    select o.negotiation, o.slug, o.title, o.publisher, null, o.published_on, ts_rank(weights, source_document(s), asked), 0
    from source s
    join lateral (
      select * from published_source u where u.slug = s.slug order by u.negotiation limit 1
    ) o on true
    where in_kind = 'source' and source_document(s) @@ asked
      and (in_negotiation is null or exists (select from published_source u where u.slug = s.slug and u.negotiation = in_negotiation))
  )
  select f.negotiation, f.key, f.title, f.detail, f.party, f.on_day, (count(*) over ())::int
  from found f join published_negotiation n on n.slug = f.negotiation
  where in_negotiation is null or in_kind = 'source' or f.negotiation = in_negotiation
  order by f.rank desc, f.on_day desc nulls last, f.place, f.key
  limit page_size offset page_from;
end $$;

-- Which of these words answer one of the terms, so that they can be marked where they stand.
create function published_search_marks(in_words text[], in_terms jsonb) returns text[]
language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(word), '{}')
  from unnest(in_words) word, (select search_query(in_terms, 'or') as asked) q
  where search_vector(word, 'A') @@ q.asked
$$;
