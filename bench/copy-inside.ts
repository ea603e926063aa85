// The rows of a negotiation once more, inside PostgreSQL, with everything that it checks.
import type pg from 'pg'

/** Adds the entries of a negotiation once more under other ids, by SQL alone, and takes them back. Entries a second; `before` is not counted. */
export async function copyInside(
  owner: pg.Client,
  slug: string,
  entries: number,
  before: string[] = [],
): Promise<number> {
  await owner.query('begin')
  await owner.query('set local enable_seqscan = off')
  for (const statement of before) await owner.query(statement)
  const began = performance.now()
  for (const statement of [
    `insert into entry (id, negotiation_id, party_id, demand_id, ordinal) select 'copy-' || id, negotiation_id, party_id, demand_id, ordinal + 1000000 from entry where id like '${slug}-%'`,
    `insert into revision (negotiation_id, entry_id, number, held_from, date_precision, stance, salience, summary, terms, shift_kind, shift_basis, recorded_by)
     select negotiation_id, 'copy-' || entry_id, 1, held_from, date_precision, stance, salience, summary, terms, shift_kind, shift_basis, recorded_by from revision where entry_id like '${slug}-%'`,
    `insert into citation (negotiation_id, revision_id, ordinal, source_id, source_text_id, quote, prefix, suffix, starts_at, ends_at, quote_kind, speaker_id, attribution, said_on)
     select c.negotiation_id, n.id, c.ordinal, c.source_id, c.source_text_id, c.quote, c.prefix, c.suffix, c.starts_at, c.ends_at, c.quote_kind, c.speaker_id, c.attribution, c.said_on
     from revision r join citation c on c.revision_id = r.id join revision n on n.entry_id = 'copy-' || r.entry_id where r.entry_id like '${slug}-%'`,
    `insert into publication (negotiation_id, entry_id, revision_id, kind, published_by) select negotiation_id, entry_id, id, 'first', 'editor' from revision where entry_id like 'copy-%'`,
    'set constraints all immediate', // the links of the chain, which a commit would make
  ])
    await owner.query(statement)
  const perSecond = entries / ((performance.now() - began) / 1000)
  await owner.query('rollback')
  return perSecond
}
