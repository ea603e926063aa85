// The rows that links are about, as the payload says them: dates and instants in words, and in place of the ids of other rows what these
// were called when they were made.
import 'server-only'
import type pg from 'pg'
import type { Canonical } from './canonical'

export type LinkRow = {
  number: number
  kind: 'revision' | 'publication'
  subject_id: number
  salt: string
  payload_hash: string
  previous_hash: string
  hash: string
}

export type TextRow = { id: number; source: string; text: string; sha256: string }

type Payload = { [name: string]: Canonical }

export async function readLinks(client: pg.Client, after: number, howMany: number): Promise<LinkRow[]> {
  const { rows } = await client.query<LinkRow>('select * from chain_link where number > $1 order by number limit $2', [
    after,
    howMany,
  ])
  return rows
}

// Each row that another one points to is joined by all that the pointing consists of: one that leads elsewhere finds nothing.
const REVISIONS = `
  select r.id, n.slug as negotiation, r.entry_id as entry, p.slug as party, d.slug as demand, r.number,
    to_char(r.held_from, 'YYYY-MM-DD') as "heldFrom", r.date_precision as "datePrecision", r.stance, r.salience, r.summary, r.terms,
    r.shift_kind, r.shift_basis, r.shift_note, v.slug as event,
    to_char(r.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "recordedAt"
  from revision r
  left join chain_address n on n.kind = 'negotiation' and n.subject_id = r.negotiation_id
  left join entry e on e.id = r.entry_id and e.negotiation_id = r.negotiation_id
  left join party ep on ep.id = e.filed_party_id and ep.negotiation_id = e.negotiation_id
  left join chain_address p on p.kind = 'party' and p.subject_id = ep.id
  left join demand ed on ed.id = e.demand_id and ed.negotiation_id = e.negotiation_id
  left join chain_address d on d.kind = 'demand' and d.subject_id = ed.id
  left join event rv on rv.id = r.event_id and rv.negotiation_id = r.negotiation_id
  left join chain_address v on v.kind = 'event' and v.subject_id = rv.id
  where r.id = any ($1)`

const CITATIONS = `
  select c.revision_id, c.source_text_id,
    json_build_object('id', c.id, 'ordinal', c.ordinal, 'source', s.slug, 'textSha256', t.sha256, 'quote', c.quote, 'prefix', c.prefix,
      'suffix', c.suffix, 'startsAt', c.starts_at, 'endsAt', c.ends_at, 'quoteKind', c.quote_kind, 'speaker', k.slug,
      'attribution', c.attribution, 'saidOn', to_char(c.said_on, 'YYYY-MM-DD')) as said
  from citation c
  join revision r on r.id = c.revision_id and r.negotiation_id = c.negotiation_id
  left join negotiation_source u on u.negotiation_id = c.negotiation_id and u.source_id = c.source_id
  left join chain_address s on s.kind = 'source' and s.subject_id = u.source_id
  left join source_text t on t.id = c.source_text_id and t.source_id = c.source_id
  left join speaker ck on ck.id = c.speaker_id and ck.negotiation_id = c.negotiation_id
  left join chain_address k on k.kind = 'speaker' and k.subject_id = ck.id
  where c.revision_id = any ($1) order by c.revision_id, c.ordinal, c.id`

/** The content of revisions by their id, without its salt, and which stored texts each cites. */
export async function readRevisions(client: pg.Client, ids: number[]) {
  const revisions = await client.query(REVISIONS, [ids])
  const cited = await client.query<{ revision_id: number; source_text_id: number; said: Payload }>(CITATIONS, [ids])
  const found = new Map<number, { payload: Payload; texts: number[] }>()
  for (const { shift_kind: type, shift_basis: basis, shift_note: note, ...row } of revisions.rows)
    found.set(row.id, {
      payload: { what: 'revision', ...row, shift: type === null ? null : { type, basis, note }, citations: [] },
      texts: [],
    })
  for (const { revision_id, source_text_id, said } of cited.rows) {
    const revision = found.get(revision_id)
    if (!revision) continue
    ;(revision.payload.citations as Payload[]).push(said)
    revision.texts.push(source_text_id)
  }
  return found
}

const PUBLICATIONS = `
  select b.id, n.slug as negotiation, b.entry_id as entry, r.number as revision, l.payload_hash as content, b.kind, b.reason,
    to_char(b.published_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "publishedAt"
  from publication b
  left join chain_address n on n.kind = 'negotiation' and n.subject_id = b.negotiation_id
  left join revision r on r.id = b.revision_id and r.entry_id = b.entry_id and r.negotiation_id = b.negotiation_id
  left join chain_link l on l.kind = 'revision' and l.subject_id = b.revision_id
  where b.id = any ($1)`

/** The content of publications by their id, without its salt. */
export async function readPublications(client: pg.Client, ids: number[]): Promise<Map<number, Payload>> {
  const { rows } = await client.query<Payload & { id: number }>(PUBLICATIONS, [ids])
  return new Map(rows.map((row) => [row.id, { what: 'publication', ...row }]))
}

export async function readTexts(client: pg.Client, ids: number[]): Promise<TextRow[]> {
  const { rows } = await client.query<TextRow>(
    `select t.id, s.slug as source, t.text, t.sha256 from source_text t join source s on s.id = t.source_id where t.id = any ($1) order by t.id`,
    [ids],
  )
  return rows
}
