import 'server-only'
import type { Transaction } from '@/lib/db/write'
import { dayOf } from '@/lib/domain/time/day'
import type { EntryRow } from './rows'

const maybeDay = (date: Date | null) => (date === null ? null : dayOf(date))

type Row = Omit<EntryRow, 'heldFrom' | 'shift' | 'citations'> & {
  ordinal: number
  held_from: Date
  date_precision: string
  shift_kind: string | null
  shift_basis: string | null
  shift_note: string | null
  earlier: number | null
}
type Cited = {
  entry: string
  source: string
  quote: string
  quote_kind: string
  speaker: string | null
  attribution: string
  said_on: Date | null
}

/**
 * The published entries of a negotiation in the words of the file format, in the order of the file: as they were filed, whatever was
 * merged since, which the file says where it lists parties, speakers and sources.
 */
export async function readEntries(
  transaction: Transaction,
  negotiation: string,
): Promise<{ entry: EntryRow; ordinal: number }[]> {
  const rows = await transaction.$queryRaw<Row[]>`
    select e.id, e.ordinal, p.slug as party, d.slug as demand, r.held_from, r.date_precision, r.stance, r.salience, r.summary, r.terms,
      r.shift_kind, r.shift_basis, r.shift_note, v.slug as event, w.wording as earlier
    from negotiation n
    join entry e on e.negotiation_id = n.id
    join publication b on b.id = e.live_publication_id
    join revision r on r.id = b.revision_id
    join party p on p.id = e.filed_party_id
    join demand d on d.id = e.demand_id
    left join event v on v.id = r.event_id
    left join published_earlier_wording w on w.entry = e.id and w.negotiation = n.slug
    where n.slug = ${negotiation} order by e.ordinal`
  const cited = await transaction.$queryRaw<Cited[]>`
    select e.id as entry, s.slug as source, c.quote, c.quote_kind, k.slug as speaker, c.attribution, c.said_on
    from negotiation n
    join entry e on e.negotiation_id = n.id
    join publication b on b.id = e.live_publication_id
    join citation c on c.revision_id = b.revision_id
    join source s on s.id = c.source_id
    left join speaker k on k.id = c.speaker_id
    where n.slug = ${negotiation} order by c.ordinal`
  const citations = new Map<string, Cited[]>()
  for (const row of cited) {
    const list = citations.get(row.entry)
    if (list) list.push(row)
    else citations.set(row.entry, [row])
  }
  return rows.map((row) => ({
    ordinal: row.ordinal,
    // In the field order of the format, so that two entries can be compared, and written, as text.
    entry: {
      id: row.id,
      party: row.party,
      demand: row.demand,
      heldFrom: dayOf(row.held_from),
      datePrecision: row.date_precision,
      stance: row.stance,
      salience: row.salience,
      summary: row.summary,
      terms: row.terms,
      shift: row.shift_kind === null ? null : { type: row.shift_kind, basis: row.shift_basis, note: row.shift_note },
      event: row.event,
      citations: (citations.get(row.id) ?? []).map((citation) => ({
        source: citation.source,
        quote: citation.quote,
        quoteKind: citation.quote_kind,
        speaker: citation.speaker,
        attribution: citation.attribution,
        saidOn: maybeDay(citation.said_on),
      })),
      ...(row.earlier !== null && { wording: row.earlier }),
    } as EntryRow,
  }))
}
