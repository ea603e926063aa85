import 'server-only'
import type { DraftContent } from '@/lib/domain/draft/content'
import { dayOf } from '@/lib/domain/time/day'
import { digestOf } from './digest'
import type { Reader } from './load-ground'

export type Present = { as: 'draft' | 'entry'; id: string; digest: string }
type Wanted = { key: string; digest: string; content: DraftContent }

const AT_ONCE = 2_000

/** What is there already: by the key or the content that an import brought it with, or because the record says the same. */
export async function findPresent(
  db: Reader,
  negotiationId: number,
  wanted: readonly Wanted[],
): Promise<{ byKey: Map<string, Present>; byDigest: Map<string, Present> }> {
  const byKey = new Map<string, Present>()
  const byDigest = new Map<string, Present>()
  for (let from = 0; from < wanted.length; from += AT_ONCE) {
    const part = wanted.slice(from, from + AT_ONCE)
    for (const present of await broughtBefore(db, negotiationId, part)) {
      // What is in the record is said before what is only drafted.
      if (present.key && (!byKey.has(present.key) || present.as === 'entry')) byKey.set(present.key, present)
      if (!byDigest.has(present.digest) || present.as === 'entry') byDigest.set(present.digest, present)
    }
    for (const present of await saidInRecord(db, negotiationId, part)) byDigest.set(present.digest, present)
  }
  return { byKey, byDigest }
}

async function broughtBefore(db: Reader, negotiationId: number, part: readonly Wanted[]) {
  const digests = part.map(({ digest }) => digest)
  const keys = [...new Set(part.map(({ key }) => key).filter((key) => key !== ''))]
  return db.$queryRaw<(Present & { key: string | null })[]>`
    select 'draft' as "as", id, import_digest as digest, import_key as key from draft
      where negotiation_id = ${negotiationId} and (import_digest = any (${digests}::text[]) or import_key = any (${keys}::text[]))
    union
    select 'entry', entry_id, import_digest, import_key from revision
      where negotiation_id = ${negotiationId} and (import_digest = any (${digests}::text[]) or import_key = any (${keys}::text[]))
    order by 1 desc, 2`
}

type Row = Record<string, string | null> & { id: string; held_from: Date; cited: Record<string, string | null>[] }

/** Entries whose last saved state is of the same cell, day and stance, compared whole. */
async function saidInRecord(db: Reader, negotiationId: number, part: readonly Wanted[]): Promise<Present[]> {
  const of = (field: 'party' | 'demand' | 'heldFrom' | 'stance') => part.map(({ content }) => content[field])
  const rows = await db.$queryRaw<Row[]>`
    with wanted as (select distinct * from unnest(${of('party')}::text[], ${of('demand')}::text[], ${of('heldFrom')}::date[], ${of('stance')}::text[])
      as w (party, demand, held_from, stance))
    select e.id, p.slug as party, d.slug as demand, r.held_from, r.date_precision, r.stance, r.salience, r.summary, r.terms,
      r.shift_kind, r.shift_basis, r.shift_note, v.slug as event,
      (select coalesce(json_agg(json_build_object('source', s.slug, 'quote', c.quote, 'quoteKind', c.quote_kind, 'speaker', k.slug,
         'attribution', c.attribution, 'saidOn', to_char(c.said_on, 'YYYY-MM-DD')) order by c.ordinal), '[]')
       from citation c join source s on s.id = c.source_id left join speaker k on k.id = c.speaker_id where c.revision_id = r.id) as cited
    from wanted w
    join party p on p.negotiation_id = ${negotiationId} and p.slug = w.party
    join demand d on d.negotiation_id = ${negotiationId} and d.slug = w.demand
    join entry e on e.negotiation_id = ${negotiationId} and e.demand_id = d.id and e.party_id = p.id
    join revision r on r.id = e.current_revision_id and r.held_from = w.held_from and r.stance = w.stance
    left join event v on v.id = r.event_id
    order by e.id desc`
  return rows.map((row) => ({ as: 'entry', id: row.id, digest: digestOf(contentOf(row)) }))
}

const contentOf = (row: Row): DraftContent =>
  ({
    party: row.party,
    demand: row.demand,
    heldFrom: dayOf(row.held_from),
    datePrecision: row.date_precision,
    stance: row.stance,
    salience: row.salience ?? '',
    summary: row.summary,
    terms: row.terms ?? '',
    shiftType: row.shift_kind ?? '',
    shiftBasis: row.shift_basis ?? 'coder',
    shiftNote: row.shift_note ?? '',
    event: row.event ?? '',
    citations: row.cited.map((cited) => ({ ...cited, speaker: cited.speaker ?? '', saidOn: cited.saidOn ?? '' })),
  }) as unknown as DraftContent
