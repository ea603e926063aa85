import type pg from 'pg'

/** Takes an entry out of what readers see, as an editor would. */
export async function withdraw(owner: pg.Client, entry: string): Promise<void> {
  const { rowCount } = await owner.query(
    `insert into publication (negotiation_id, entry_id, revision_id, kind, reason, published_by)
     select e.negotiation_id, e.id, p.revision_id, 'withdrawal', 'A test withdrew it.', 'second person'
     from entry e join publication p on p.id = e.live_publication_id where e.id = $1`,
    [entry],
  )
  if (rowCount !== 1) throw new Error(`There is no published entry ${entry}.`)
}

/** What no reader may ever see: names to ask for, and words that nothing asks for. */
export const UNSEEN = { entry: 'unseen-entry', source: 'unseen-source' }
export const UNSEEN_WORDS = 'xylophonic quandary'

/** A new entry that waits for review, a revision of a published one that waits too, and a source that only drafts rest on. */
export async function draft(owner: pg.Client, published: string): Promise<void> {
  const words = `Somebody still weighs a ${UNSEEN_WORDS} here`
  await owner.query('begin')
  await owner.query(
    `insert into source (slug, kind, publisher, title, title_basis, url, published_basis, language, grade, note)
     values ($1, 'news', $2, $2, 'page', 'https://example.org/unseen', 'page', 'en', 'B', $2)`,
    [UNSEEN.source, words],
  )
  await owner.query(
    `insert into source_text (source_id, text, sha256) select id, $2, encode(sha256(convert_to($2, 'UTF8')), 'hex') from source where slug = $1`,
    [UNSEEN.source, words],
  )
  await owner.query(
    'update source set current_text_id = t.id from source_text t where t.source_id = source.id and slug = $1',
    [UNSEEN.source],
  )
  await owner.query(
    `insert into negotiation_source (negotiation_id, source_id, ordinal)
     select e.negotiation_id, s.id, 9999 from entry e, source s where e.id = $1 and s.slug = $2`,
    [published, UNSEEN.source],
  )
  await owner.query(
    `insert into entry (id, negotiation_id, party_id, demand_id, ordinal)
     select $2, negotiation_id, party_id, demand_id, 9999 from entry where id = $1`,
    [published, UNSEEN.entry],
  )
  for (const [entry, number] of [
    [UNSEEN.entry, 1],
    [published, 2],
  ]) {
    await owner.query(
      `insert into revision (negotiation_id, entry_id, number, held_from, date_precision, stance, summary, recorded_by)
       select negotiation_id, id, $2, '2025-06-01', 'day', 'rejects', $3, 'first person' from entry where id = $1`,
      [entry, number, words],
    )
    await owner.query(
      `insert into citation (negotiation_id, revision_id, ordinal, source_id, source_text_id, quote, prefix, suffix, starts_at, ends_at, quote_kind, attribution)
       select r.negotiation_id, r.id, 1, s.id, s.current_text_id, $3, '', '', 0, length($3), 'reporter', 'reported'
       from revision r, source s where r.entry_id = $1 and s.slug = $2 and r.summary = $3`,
      [entry, UNSEEN.source, words],
    )
    await owner.query(
      'update entry set current_revision_id = r.id, version = version + 1 from revision r where r.entry_id = entry.id and entry.id = $1 and r.summary = $2',
      [entry, words],
    )
  }
  await owner.query('commit')
}
