-- CreateTable
CREATE TABLE "chain_link" (
    "number" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "subject_id" INTEGER NOT NULL,
    "salt" TEXT NOT NULL,
    "payload_hash" TEXT NOT NULL,
    "previous_hash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "chain_link_pkey" PRIMARY KEY ("number")
);

-- CreateTable
CREATE TABLE "chain_pending" (
    "id" SERIAL NOT NULL,
    "kind" TEXT NOT NULL,
    "subject_ids" INTEGER[],

    CONSTRAINT "chain_pending_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "chain_link_kind_subject_id_key" ON "chain_link"("kind", "subject_id");

-- Written by hand from here on. docs/decisions/0019 says why it is so.

alter table chain_link
  add constraint chain_link_kind_known check (kind in ('revision', 'publication')),
  add constraint chain_link_counts_from_one check (number >= 1),
  add constraint chain_link_hashes_are_hashes check (
    payload_hash ~ '^[0-9a-f]{64}$' and previous_hash ~ '^[0-9a-f]{64}$' and hash ~ '^[0-9a-f]{64}$' and salt ~ '^[0-9a-f]{32}$');
create trigger chain_link_is_kept before update or delete on chain_link for each row execute function refuse_to_change_history();
create trigger chain_link_is_not_emptied before truncate on chain_link execute function refuse_to_change_history();

-- 1. The payload of a link in the canonical form of RFC 8785: names in order, nothing between them, strings as JSON.stringify writes them
-- (which is how PostgreSQL writes them too), whole numbers only. Who recorded or published it is no part of it.
create function chain_text(given text) returns text language sql stable as $$ select coalesce(to_json(given)::text, 'null') $$;
create function chain_day(given date) returns text language sql stable as $$
  select coalesce('"' || to_char(given, 'YYYY-MM-DD') || '"', 'null') $$;
create function chain_instant(given timestamptz) returns text language sql stable as $$
  select '"' || to_char(given at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') || '"' $$;

-- Many at once, so that an import stays fast. In PL/pgSQL, which keeps the plans; by index from the first row on, since a plan made while
-- the tables are small is kept while they grow.
create function chain_revision_payloads(ids int[], salts text[]) returns table (subject_id int, payload text) language plpgsql stable
set search_path = public, pg_temp set enable_seqscan = off as $$
begin
  return query
  with asked as (
    select a.id, a.salt from unnest(ids, salts) a (id, salt)
  ), cited as (
    select c.revision_id, string_agg(
      '{"attribution":' || chain_text(c.attribution) || ',"endsAt":' || c.ends_at || ',"id":' || c.id || ',"ordinal":' || c.ordinal ||
      ',"prefix":' || chain_text(c.prefix) || ',"quote":' || chain_text(c.quote) || ',"quoteKind":' || chain_text(c.quote_kind) ||
      ',"saidOn":' || chain_day(c.said_on) || ',"source":' || chain_text(s.slug) || ',"speaker":' || chain_text(k.slug) ||
      ',"startsAt":' || c.starts_at || ',"suffix":' || chain_text(c.suffix) || ',"textSha256":' || chain_text(t.sha256) || '}',
      ',' order by c.ordinal, c.id) as citations
    from asked a
    join citation c on c.revision_id = a.id
    join source s on s.id = c.source_id
    join source_text t on t.id = c.source_text_id
    left join speaker k on k.id = c.speaker_id
    group by c.revision_id
  )
  select r.id, '{"citations":[' || coalesce(q.citations, '') || '],"datePrecision":' || chain_text(r.date_precision) ||
    ',"demand":' || chain_text(d.slug) || ',"entry":' || chain_text(r.entry_id) || ',"event":' || chain_text(v.slug) ||
    ',"heldFrom":' || chain_day(r.held_from) || ',"id":' || r.id || ',"negotiation":' || chain_text(n.slug) || ',"number":' || r.number ||
    ',"party":' || chain_text(p.slug) || ',"recordedAt":' || chain_instant(r.recorded_at) || ',"salience":' || chain_text(r.salience) ||
    ',"salt":' || chain_text(a.salt) ||
    ',"shift":' || case when r.shift_kind is null then 'null' else '{"basis":' || chain_text(r.shift_basis) ||
      ',"note":' || chain_text(r.shift_note) || ',"type":' || chain_text(r.shift_kind) || '}' end ||
    ',"stance":' || chain_text(r.stance) || ',"summary":' || chain_text(r.summary) || ',"terms":' || chain_text(r.terms) ||
    ',"what":"revision"}'
  from asked a
  join revision r on r.id = a.id
  join entry e on e.id = r.entry_id
  join negotiation n on n.id = r.negotiation_id
  join party p on p.id = e.party_id
  join demand d on d.id = e.demand_id
  left join event v on v.id = r.event_id
  left join cited q on q.revision_id = r.id;
end $$;

create function chain_publication_payloads(ids int[], salts text[]) returns table (subject_id int, payload text) language plpgsql stable
set search_path = public, pg_temp set enable_seqscan = off as $$
begin
  return query
  select b.id, '{"content":' || chain_text(l.payload_hash) || ',"entry":' || chain_text(b.entry_id) || ',"id":' || b.id ||
    ',"kind":' || chain_text(b.kind) || ',"negotiation":' || chain_text(n.slug) || ',"publishedAt":' || chain_instant(b.published_at) ||
    ',"reason":' || chain_text(b.reason) || ',"revision":' || r.number || ',"salt":' || chain_text(a.salt) || ',"what":"publication"}'
  from unnest(ids, salts) a (id, salt)
  join publication b on b.id = a.id
  join revision r on r.id = b.revision_id
  join negotiation n on n.id = b.negotiation_id
  join chain_link l on l.kind = 'revision' and l.subject_id = b.revision_id;
end $$;

create function chain_hash(given text) returns text language sql immutable as $$ select encode(sha256(convert_to(given, 'UTF8')), 'hex') $$;

-- 2. Further links, in the order of the ids. Whoever comes second waits for the first to commit, and then sees its links.
create function chain_append(of_kind text, ids int[]) returns void language plpgsql
set search_path = public, pg_temp set enable_seqscan = off as $$
declare
  last chain_link;
  place int;
  previous text;
  salts text[];
  payload_hashes text[];
  previous_hashes text[];
  hashes text[];
begin
  perform pg_advisory_xact_lock(7201964);
  select * into last from chain_link order by number desc limit 1;
  place := coalesce(last.number, 0);
  previous := coalesce(last.hash, repeat('0', 64));
  select array_agg(replace(gen_random_uuid()::text, '-', '')) into salts from unnest(ids);
  if of_kind = 'revision' then
    select array_agg(chain_hash(p.payload) order by a.at) into payload_hashes
    from unnest(ids) with ordinality a (id, at) left join chain_revision_payloads(ids, salts) p on p.subject_id = a.id;
  else
    select array_agg(chain_hash(p.payload) order by a.at) into payload_hashes
    from unnest(ids) with ordinality a (id, at) left join chain_publication_payloads(ids, salts) p on p.subject_id = a.id;
  end if;
  for at in 1 .. cardinality(ids) loop
    if payload_hashes[at] is null then
      raise exception 'The % % cannot be chained: what it rests on is not there, or is not chained yet.', of_kind, ids[at]
        using errcode = 'restrict_violation', constraint = 'chain_link_has_a_payload';
    end if;
    previous_hashes[at] := previous;
    previous := chain_hash('{"number":' || place + at || ',"payload":"' || payload_hashes[at] || '","previous":"' || previous || '"}');
    hashes[at] := previous;
  end loop;
  insert into chain_link (number, kind, subject_id, salt, payload_hash, previous_hash, hash)
  select place + a.at, of_kind, a.id, a.salt, a.payload_hash, a.previous_hash, a.hash
  from unnest(ids, salts, payload_hashes, previous_hashes, hashes) with ordinality a (id, salt, payload_hash, previous_hash, hash, at);
end $$;

-- 3. Links are made when a transaction commits, in the order of the statements that wrote the rows: a revision then has all its citations,
-- and an import of a hundred thousand entries holds the chain for its last moments only. Nobody but a superuser can pass by. What waits for
-- the commit stands in chain_pending, which is empty for everybody else.
create function chain_later() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into chain_pending (kind, subject_ids) select tg_argv[0], array_agg(f.id order by f.id) from fresh f having count(*) > 0;
  return null;
end $$;
create trigger revision_is_chained after insert on revision referencing new table as fresh for each statement execute function chain_later('revision');
create trigger publication_is_chained after insert on publication referencing new table as fresh for each statement execute function chain_later('publication');

create function chain_now() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform chain_append(new.kind, new.subject_ids);
  delete from chain_pending where id = new.id;
  return null;
end $$;
create constraint trigger chain_pending_is_chained after insert on chain_pending
  deferrable initially deferred for each row execute function chain_now();

-- 4. What is chained is whole: its citations came with it.
create function refuse_late_citation() returns trigger language plpgsql security definer set search_path = public, pg_temp set enable_seqscan = off as $$
begin
  if exists (select from chain_link where kind = 'revision' and subject_id = new.revision_id) then
    raise exception 'Revision % is saved; its citations are final.', new.revision_id
      using errcode = 'restrict_violation', constraint = 'citation_comes_with_its_revision';
  end if;
  return new;
end $$;
-- By its name after citation_words_are_in_the_source, which says of a published one that it is published.
create trigger revision_is_whole before insert on citation for each row execute function refuse_late_citation();

-- 5. A slug is an address for good, and stands in payloads.
create function refuse_to_readdress() returns trigger language plpgsql as $$
begin
  raise exception 'The address of a % is permanent: "%" cannot become "%".', tg_table_name, old.slug, new.slug
    using errcode = 'restrict_violation', constraint = 'slug_is_permanent';
end $$;
do $$
declare
  reference text;
begin
  foreach reference in array array['negotiation', 'party', 'speaker', 'demand', 'event', 'source'] loop
    execute format('create trigger %I before update of slug on %I for each row when (old.slug is distinct from new.slug) execute function refuse_to_readdress()',
      reference || '_slug_is_permanent', reference);
  end loop;
end $$;

-- 6. What is there already, in the order in which it came about; a revision before the publication of it.
do $$
declare
  made record;
begin
  for made in
    select o.kind, array_agg(o.id order by o.id) as ids
    from (
      select i.*, count(*) filter (where i.turns) over (order by i.at, i.step, i.id) as run
      from (
        select w.*, w.kind is distinct from lag(w.kind) over (order by w.at, w.step, w.id)
          or w.id < lag(w.id) over (order by w.at, w.step, w.id) as turns
        from (
          select 'revision' as kind, r.id, least(r.recorded_at, (select min(b.published_at) from publication b where b.revision_id = r.id)) as at, 0 as step
          from revision r
          union all
          select 'publication', b.id, b.published_at, 1 from publication b
        ) w
      ) i
    ) o
    group by o.kind, o.run order by o.run
  loop
    perform chain_append(made.kind, made.ids);
  end loop;
end $$;

-- 7. What anybody may see of it: up to the latest publication, each link with its payload where readers see what is in it. Of an unpublished
-- or a withdrawn revision there are hashes alone, and the salt keeps its words from being guessed at.
create view published_chain_head as
  select l.number, l.hash, b.published_at as at
  from chain_link l join publication b on b.id = l.subject_id
  where l.number = (select c.number from chain_link c where c.kind = 'publication' order by c.number desc limit 1);

create function published_chain(after int, how_many int)
returns table (number int, payload_hash text, hash text, payload text) language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query
  with links as materialized (
    select l.*, l.kind = 'publication' or exists (
      select from publication b join entry e on e.id = b.entry_id
      where b.revision_id = l.subject_id and l.kind = 'revision' and e.live_publication_id is not null) as seen
    from chain_link l
    where l.number > after and l.number <= (select h.number from published_chain_head h)
    order by l.number
    limit how_many
  ), asked as materialized (
    select array_agg(l.subject_id) filter (where l.kind = 'revision') as revisions, array_agg(l.salt) filter (where l.kind = 'revision') as revision_salts,
      array_agg(l.subject_id) filter (where l.kind = 'publication') as publications, array_agg(l.salt) filter (where l.kind = 'publication') as publication_salts
    from links l where l.seen
  )
  select l.number, l.payload_hash, l.hash, coalesce(r.payload, b.payload)
  from links l
  left join (select p.* from asked a, chain_revision_payloads(a.revisions, a.revision_salts) p) r on l.kind = 'revision' and r.subject_id = l.subject_id
  left join (select p.* from asked a, chain_publication_payloads(a.publications, a.publication_salts) p) b on l.kind = 'publication' and b.subject_id = l.subject_id
  order by l.number;
end $$;
