import 'server-only'
import { published } from '@/lib/db/read'
import { listCitations } from '@/lib/domain/citation/queries'
import type { Citation } from '@/lib/domain/citation/schema'
import { DomainError } from '@/lib/domain/error'
import type { Page } from '@/lib/domain/filter/schema'
import { listKnownEntries } from '@/lib/domain/known/entries'
import { findTombstone } from '@/lib/domain/negotiation/queries'
import { SCALE } from '@/lib/domain/stance/scale'
import { dayOf } from '@/lib/domain/time/day'
import type { EntryFilter, ShownEntry } from './list-schema'
import { type EntryRow, readPage } from './page'

/** Entries in the order in which they were held. */
export async function listEntries(negotiation: string, filter: EntryFilter): Promise<Page<ShownEntry>> {
  const { knownAt } = filter
  if (knownAt) return listKnownEntries(negotiation, { ...filter, knownAt })
  const { items, next } = await readPage(negotiation, false, filter)
  return { items: items.map((row) => toEntry(negotiation, row, row.citations)), next }
}

/** One entry as readers see it. A withdrawn one is GONE, with its reason. */
export async function getEntry(id: string): Promise<ShownEntry> {
  const row = await published().publishedEntry.findFirst({ where: { id } })
  if (!row) {
    const tombstone = await findTombstone(id)
    if (tombstone)
      throw new DomainError(
        'GONE',
        `Entry ${id} was withdrawn on ${tombstone.withdrawnAt.slice(0, 10)}. The reason given: ${tombstone.reason}`,
      )
    throw new DomainError('NOT_FOUND', `There is no entry "${id}".`)
  }
  const [citations = []] = await listCitations([{ entry: id, revision: row.revision }])
  const asRow = {
    ...row,
    held_from: row.heldFrom,
    date_precision: row.datePrecision,
    shift_kind: row.shiftKind,
    shift_basis: row.shiftBasis,
    shift_note: row.shiftNote,
    published_at: row.publishedAt,
    first_published_at: row.firstPublishedAt,
    follows: null,
  } as EntryRow
  return toEntry(row.negotiation, asRow, citations)
}

const toEntry = (negotiation: string, row: EntryRow, citations: Citation[]): ShownEntry => ({
  id: row.id,
  negotiation,
  party: row.party,
  demand: row.demand,
  heldFrom: dayOf(row.held_from),
  datePrecision: row.date_precision,
  stance: row.stance,
  value: SCALE[row.stance].value,
  salience: row.salience,
  summary: row.summary,
  terms: row.terms,
  shift:
    row.shift_kind && row.shift_basis ? { type: row.shift_kind, basis: row.shift_basis, note: row.shift_note } : null,
  event: row.event,
  citations,
  revision: row.revision,
  firstPublishedAt: row.first_published_at.toISOString(),
  publishedAt: row.published_at.toISOString(),
})
