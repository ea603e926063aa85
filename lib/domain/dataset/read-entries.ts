import 'server-only'
import type { Transaction } from '@/lib/db/write'
import type { Entry } from '@/lib/domain/entry/schema'
import { dayOf } from '@/lib/domain/time/day'

const maybeDay = (date: Date | null) => (date === null ? null : dayOf(date))

/** The published entries of a negotiation in the words of the file format, in the order of the file. */
export async function readEntries(
  transaction: Transaction,
  negotiation: string,
): Promise<{ entry: Entry; ordinal: number }[]> {
  const rows = await transaction.publishedEntry.findMany({ where: { negotiation }, orderBy: { ordinal: 'asc' } })
  const cited = await transaction.publishedCitation.findMany({ where: { negotiation }, orderBy: { ordinal: 'asc' } })
  const citations = new Map<string, typeof cited>()
  for (const row of cited) citations.set(row.entry, [...(citations.get(row.entry) ?? []), row])
  return rows.map((row) => ({
    ordinal: row.ordinal,
    // In the field order of the format, so that two entries can be compared, and written, as text.
    entry: {
      id: row.id,
      party: row.party,
      demand: row.demand,
      heldFrom: dayOf(row.heldFrom),
      datePrecision: row.datePrecision,
      stance: row.stance,
      salience: row.salience,
      summary: row.summary,
      terms: row.terms,
      shift: row.shiftKind === null ? null : { type: row.shiftKind, basis: row.shiftBasis, note: row.shiftNote },
      event: row.event,
      citations: (citations.get(row.id) ?? []).map((citation) => ({
        source: citation.source,
        quote: citation.quote,
        quoteKind: citation.quoteKind,
        speaker: citation.speaker,
        attribution: citation.attribution,
        saidOn: maybeDay(citation.saidOn),
      })),
    } as Entry,
  }))
}
