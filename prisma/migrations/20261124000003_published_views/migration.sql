-- Everything the public role may read: published data only. Views run with their owner's rights, so no right on a table is needed.

create view published_negotiation as
  select n.slug, n.title, n.summary, n.started_on from negotiation n
  where exists (select from entry e where e.negotiation_id = n.id and e.live_publication_id is not null);

create view published_party as
  select n.slug as negotiation, p.slug, p.name, p.short_name, p.role, p.note, p.ordinal
  from party p join negotiation n on n.id = p.negotiation_id;

create view published_speaker as
  select n.slug as negotiation, s.slug, s.name, s.office, p.slug as party, s.affiliation, s.ordinal
  from speaker s join negotiation n on n.id = s.negotiation_id join party p on p.id = s.party_id;

create view published_topic as
  select n.slug as negotiation, t.slug, t.title, t.ordinal from topic t join negotiation n on n.id = t.negotiation_id;

create view published_demand as
  select n.slug as negotiation, d.slug, t.slug as topic, d.title, d.proposition, d.low_end, d.high_end,
    array(select p.slug from demand_raised_by r join party p on p.id = r.party_id where r.demand_id = d.id order by r.ordinal) as raised_by,
    d.keywords, d.ordinal
  from demand d join negotiation n on n.id = d.negotiation_id join topic t on t.id = d.topic_id;

create view published_event as
  select n.slug as negotiation, v.slug, v.title, v.starts_on, v.ends_on, v.place, v.kind,
    array(select p.slug from event_participant a join party p on p.id = a.party_id where a.event_id = v.id order by a.ordinal) as participants,
    s.slug as source, v.ordinal
  from event v join negotiation n on n.id = v.negotiation_id left join source s on s.id = v.source_id;

create view published_entry as
  select e.id, n.slug as negotiation, p.slug as party, d.slug as demand, e.ordinal, r.number as revision,
    r.held_from, r.date_precision, r.stance, r.salience, r.summary, r.terms, r.shift_kind, r.shift_basis, r.shift_note,
    v.slug as event, b.published_at,
    (select min(f.published_at) from publication f where f.entry_id = e.id) as first_published_at
  from entry e
  join publication b on b.id = e.live_publication_id
  join revision r on r.id = b.revision_id
  join negotiation n on n.id = e.negotiation_id
  join party p on p.id = e.party_id
  join demand d on d.id = e.demand_id
  left join event v on v.id = r.event_id;

create view published_citation as
  select c.id, n.slug as negotiation, e.id as entry, c.ordinal, c.quote, c.prefix, c.suffix, c.quote_kind, c.attribution, c.said_on,
    k.slug as speaker, s.slug as source
  from entry e
  join publication b on b.id = e.live_publication_id
  join citation c on c.revision_id = b.revision_id
  join negotiation n on n.id = e.negotiation_id
  join source s on s.id = c.source_id
  left join speaker k on k.id = c.speaker_id;

create view published_source as
  select n.slug as negotiation, s.slug, u.ordinal, s.kind, s.publisher, s.publisher_flag, s.title, s.title_basis, s.url,
    s.published_on, s.published_basis, s.language, s.grade, s.note
  from negotiation_source u
  join negotiation n on n.id = u.negotiation_id
  join source s on s.id = u.source_id
  where exists (select from event v where v.negotiation_id = u.negotiation_id and v.source_id = u.source_id)
    or exists (
      select from citation c join publication b on b.revision_id = c.revision_id join entry e on e.live_publication_id = b.id
      where c.source_id = u.source_id and c.negotiation_id = u.negotiation_id);

create view published_tombstone as
  select e.id, n.slug as negotiation, p.slug as party, d.slug as demand, w.published_at as withdrawn_at, w.reason
  from entry e
  join negotiation n on n.id = e.negotiation_id
  join party p on p.id = e.party_id
  join demand d on d.id = e.demand_id
  join lateral (select * from publication b where b.entry_id = e.id order by b.published_at desc, b.id desc limit 1) w on true
  where w.kind = 'withdrawal';

-- The second clock: every state that readers ever saw, with the span in which they saw it.
create view published_revision as
  select n.slug as negotiation, p.slug as party, d.slug as demand, e.id as entry, e.ordinal, r.number as revision,
    r.held_from, r.date_precision, r.stance, r.salience, r.summary, r.terms, b.known_from, b.known_to
  from (
    select entry_id, revision_id, kind, published_at as known_from,
      lead(published_at) over (partition by entry_id order by published_at, id) as known_to
    from publication
  ) b
  join entry e on e.id = b.entry_id
  join revision r on r.id = b.revision_id
  join negotiation n on n.id = e.negotiation_id
  join party p on p.id = e.party_id
  join demand d on d.id = e.demand_id
  where b.kind <> 'withdrawal';

-- Both clocks at once: each party's position on each demand, as held on one day, as this site knew it at one instant.
create function positions_as_of(in_negotiation text, held_on date, known_at timestamptz default 'infinity')
returns setof published_revision language sql stable as $$
  select distinct on (party, demand) * from published_revision
  where negotiation = in_negotiation and held_from <= held_on and known_from <= known_at and (known_to is null or known_to > known_at)
  order by party, demand, held_from desc, ordinal desc
$$;
