import 'server-only'
import type { Transaction } from '@/lib/db/write'

// Many rows in one statement, as one JSON value. As values of their own, of which PostgreSQL takes 65,535, the same rows kept this
// process busy for most of an import.

type NewEntry = { id: string; negotiation_id: number; party_id: number; demand_id: number; ordinal: number }

export async function insertEntries(transaction: Transaction, rows: NewEntry[]): Promise<void> {
  await transaction.$executeRaw`
    insert into entry (id, negotiation_id, party_id, demand_id, ordinal)
    select id, negotiation_id, party_id, demand_id, ordinal from json_populate_recordset(null::entry, ${JSON.stringify(rows)}::json)`
}

export type NewRevision = {
  negotiation_id: number
  entry_id: string
  number: number
  held_from: string
  date_precision: string
  stance: string
  salience: string | null
  summary: string
  terms: string | null
  shift_kind: string | null
  shift_basis: string | null
  shift_note: string | null
  event_id: number | null
  recorded_by: string
  /** The number of the wording that it was coded under; 0 for the newest. */
  wording: number
}

/** Returns the id of each new revision by its entry. */
export async function insertRevisions(transaction: Transaction, rows: NewRevision[]): Promise<Map<string, number>> {
  const inserted = await transaction.$queryRaw<{ id: number; entry_id: string }[]>`
    insert into revision (negotiation_id, entry_id, number, held_from, date_precision, stance, salience, summary, terms,
      shift_kind, shift_basis, shift_note, event_id, recorded_by, wording)
    select negotiation_id, entry_id, number, held_from, date_precision, stance, salience, summary, terms,
      shift_kind, shift_basis, shift_note, event_id, recorded_by, wording
    from json_populate_recordset(null::revision, ${JSON.stringify(rows)}::json)
    returning id, entry_id`
  return new Map(inserted.map((row) => [row.entry_id, row.id]))
}

export type NewCitation = {
  negotiation_id: number
  revision_id: number
  ordinal: number
  source_id: number
  source_text_id: number
  quote: string
  prefix: string
  suffix: string
  starts_at: number
  ends_at: number
  quote_kind: string
  speaker_id: number | null
  attribution: string
  said_on: string | null
}

export async function insertCitations(transaction: Transaction, rows: NewCitation[]): Promise<void> {
  await transaction.$executeRaw`
    insert into citation (negotiation_id, revision_id, ordinal, source_id, source_text_id, quote, prefix, suffix, starts_at, ends_at,
      quote_kind, speaker_id, attribution, said_on)
    select negotiation_id, revision_id, ordinal, source_id, source_text_id, quote, prefix, suffix, starts_at, ends_at,
      quote_kind, speaker_id, attribution, said_on
    from json_populate_recordset(null::citation, ${JSON.stringify(rows)}::json)`
}

type NewPublication = {
  negotiation_id: number
  entry_id: string
  revision_id: number
  kind: string
  reason: string | null
  published_by: string
}

export async function insertPublications(transaction: Transaction, rows: NewPublication[]): Promise<void> {
  await transaction.$executeRaw`
    insert into publication (negotiation_id, entry_id, revision_id, kind, reason, published_by)
    select negotiation_id, entry_id, revision_id, kind, reason, published_by
    from json_populate_recordset(null::publication, ${JSON.stringify(rows)}::json)`
}
