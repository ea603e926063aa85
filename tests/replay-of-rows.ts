import type pg from 'pg'
import type { Published, Saved } from './replay'

/** Everything that a negotiation's history holds, from the rows that are only ever added to; instants as text that sorts. */
export async function rowsOf(
  database: pg.Client,
  negotiation: string,
): Promise<{ saved: Saved[]; published: Published[] }> {
  const saved = await database.query(
    `select r.entry_id as entry, e.party_id || ' ' || e.demand_id as cell, r.number as revision, r.held_from::text as "heldFrom",
       e.ordinal, r.stance, r.shift_kind as kind
     from revision r join entry e on e.id = r.entry_id join negotiation n on n.id = e.negotiation_id where n.slug = $1`,
    [negotiation],
  )
  const published = await database.query(
    `select b.entry_id as entry, r.number as revision, b.kind, to_char(b.published_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at
     from publication b join revision r on r.id = b.revision_id join negotiation n on n.id = b.negotiation_id
     where n.slug = $1 order by b.published_at, b.id`,
    [negotiation],
  )
  return { saved: saved.rows, published: published.rows }
}

/** What the database keeps of the present, to be found by index. */
export async function presentOf(database: pg.Client, negotiation: string): Promise<Saved[]> {
  const { rows } = await database.query(
    `select e.id as entry, e.party_id || ' ' || e.demand_id as cell, r.number as revision, e.live_held_from::text as "heldFrom",
       e.ordinal, e.live_stance as stance, e.live_shift_kind as kind
     from entry e join publication b on b.id = e.live_publication_id join revision r on r.id = b.revision_id
     join negotiation n on n.id = e.negotiation_id where n.slug = $1 order by e.id collate "C"`,
    [negotiation],
  )
  return rows
}
