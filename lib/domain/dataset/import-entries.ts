import 'server-only'
import type { Transaction } from '@/lib/db/write'
import { anchorOf } from '@/lib/domain/citation/rules'
import type { ReferenceIds } from './import-reference'
import { ImportRefused } from './import-refused'
import {
  insertCitations,
  insertEntries,
  insertPublications,
  insertRevisions,
  type NewCitation,
  type NewRevision,
} from './insert-rows'
import { readEntries } from './read-entries'
import type { EntryRow as Entry } from './rows'
import type { Dataset } from './schema'
import type { Tally } from './tally'

// Who stands for an import in the record: the file was written by its coders, and whoever runs the import approves it.
const WRITTEN_BY = 'dataset'
const APPROVED_BY = 'import'
const BATCH = 2_000

type Wanted = { entry: Entry; ordinal: number }

/** Adds new entries, and a new revision of each that differs from what readers see now. */
export async function importEntries(
  transaction: Transaction,
  dataset: Dataset,
  ids: ReferenceIds,
  reason: string,
  onProgress: (done: number, of: number) => void,
): Promise<{ tally: Tally; absent: string[]; withdrawn: string[] }> {
  const wanted = dataset.entries.map((entry, ordinal) => ({ entry, ordinal }))
  await refuseForeignIds(transaction, wanted, ids)
  const live = new Map((await readEntries(transaction, dataset.negotiation.slug)).map((row) => [row.entry.id, row]))
  const known = new Map(
    (await transaction.entry.findMany({ where: { negotiationId: ids.negotiation } })).map((row) => [row.id, row]),
  )

  const fresh = wanted.filter(({ entry }) => !known.has(entry.id))
  const withdrawn = wanted
    .filter(({ entry }) => known.has(entry.id) && !live.has(entry.id))
    .map(({ entry }) => entry.id)
  const differing = wanted.filter(({ entry }) => live.has(entry.id) && !sameEntry(live.get(entry.id)?.entry, entry))
  const moved = wanted.filter(({ entry, ordinal }) => known.has(entry.id) && known.get(entry.id)?.ordinal !== ordinal)

  for (let from = 0; from < fresh.length; from += BATCH) {
    const batch = fresh.slice(from, from + BATCH)
    await insertEntries(
      transaction,
      batch.map(({ entry, ordinal }) => ({
        id: entry.id,
        negotiation_id: ids.negotiation,
        party_id: ids.parties.get(entry.party) as number,
        demand_id: ids.demands.get(entry.demand) as number,
        ordinal,
      })),
    )
    await publish(transaction, ids, batch, () => ({ number: 1, kind: 'first', reason: null }))
    onProgress(Math.min(from + BATCH, fresh.length), fresh.length)
  }
  for (const item of differing) {
    const row = known.get(item.entry.id)
    const number = (await transaction.revision.count({ where: { entryId: item.entry.id } })) + 1
    await publish(transaction, ids, [item], () => ({ number, kind: 'correction', reason }))
    const { count } = await transaction.entry.updateMany({
      where: { id: item.entry.id, version: row?.version ?? 0 },
      data: { version: { increment: 1 } },
    })
    if (count !== 1)
      throw new Error(
        `Entry ${item.entry.id} was changed by somebody else meanwhile. Nothing was written; run the import again.`,
      )
  }
  for (const { entry, ordinal } of moved) await transaction.entry.update({ where: { id: entry.id }, data: { ordinal } })

  const inFile = new Set(wanted.map(({ entry }) => entry.id))
  const changed = new Set([...differing, ...moved].map(({ entry }) => entry.id)).size
  return {
    tally: { added: fresh.length, changed, unchanged: wanted.length - fresh.length - changed },
    absent: [...live.keys()].filter((id) => !inFile.has(id)).map((id) => `entries: ${id}`),
    withdrawn,
  }
}

/** One revision for each item, with its citations, published at once. */
async function publish(
  transaction: Transaction,
  ids: ReferenceIds,
  items: Wanted[],
  as: (item: Wanted) => { number: number; kind: string; reason: string | null },
) {
  const revisions = await insertRevisions(
    transaction,
    items.map((item) => revisionRow(item.entry, ids, as(item).number)),
  )
  const revisionOf = (entry: Entry) => revisions.get(entry.id) as number
  await insertCitations(
    transaction,
    items.flatMap(({ entry }) => citationRows(entry, ids, revisionOf(entry))),
  )
  await insertPublications(
    transaction,
    items.map((item) => ({
      negotiation_id: ids.negotiation,
      entry_id: item.entry.id,
      revision_id: revisionOf(item.entry),
      kind: as(item).kind,
      reason: as(item).reason,
      published_by: APPROVED_BY,
    })),
  )
  await transaction.$executeRaw`
    update entry set current_revision_id = r.id from revision r where r.entry_id = entry.id and r.id = any(${[...revisions.values()]})`
}

const revisionRow = (entry: Entry, ids: ReferenceIds, number: number): NewRevision => ({
  negotiation_id: ids.negotiation,
  entry_id: entry.id,
  number,
  held_from: entry.heldFrom,
  date_precision: entry.datePrecision,
  stance: entry.stance,
  salience: entry.salience,
  summary: entry.summary,
  terms: entry.terms,
  shift_kind: entry.shift?.type ?? null,
  shift_basis: entry.shift?.basis ?? null,
  shift_note: entry.shift?.note ?? null,
  event_id: entry.event === null ? null : (ids.events.get(entry.event) as number),
  recorded_by: WRITTEN_BY,
  wording: entry.wording ?? 0,
})

function citationRows(entry: Entry, ids: ReferenceIds, revision: number): NewCitation[] {
  return entry.citations.map(({ source, quote, quoteKind, speaker, attribution, saidOn }, ordinal) => {
    // In the text in force, or else in the newest of the older ones.
    const text = ids.texts.get(source)?.find((one) => one.text.includes(quote))
    const anchor = text && anchorOf(quote, text.text)
    if (!anchor) throw new Error(`Entry ${entry.id}: the quotation is not in the stored text of ${source}.`)
    return {
      negotiation_id: ids.negotiation,
      revision_id: revision,
      ordinal,
      source_id: ids.sources.get(source) as number,
      source_text_id: text.id,
      quote,
      prefix: anchor.prefix,
      suffix: anchor.suffix,
      starts_at: anchor.startsAt,
      ends_at: anchor.endsAt,
      quote_kind: quoteKind,
      speaker_id: speaker === null ? null : (ids.speakers.get(speaker) as number),
      attribution,
      said_on: saidOn,
    }
  })
}

/** What it was coded under is no part of what it says: a file neither confirms nor doubts it. */
const said = (entry: Entry | undefined) => JSON.stringify({ ...entry, wording: undefined })
const sameEntry = (a: Entry | undefined, b: Entry) => said(a) === said(b)

/** Entry ids are addresses (/e/ID) and so belong to the whole installation; and an entry keeps its party and demand. */
async function refuseForeignIds(transaction: Transaction, wanted: Wanted[], ids: ReferenceIds) {
  const rows = await transaction.entry.findMany({
    where: { id: { in: wanted.map(({ entry }) => entry.id) } },
    include: { negotiation: true, filedParty: true, demand: true },
  })
  const stored = new Map(rows.map((row) => [row.id, row]))
  const problems = wanted.flatMap(({ entry, ordinal }) => {
    const row = stored.get(entry.id)
    if (!row) return []
    const path = `entries[${ordinal}]`
    if (row.negotiationId !== ids.negotiation)
      return [`${path}.id: "${entry.id}" already names an entry of "${row.negotiation.slug}": give this one another id`]
    if (row.filedParty.slug === entry.party && row.demand.slug === entry.demand) return []
    return [
      `${path}: "${entry.id}" is recorded for ${row.filedParty.slug} on ${row.demand.slug} and keeps both: give this one a new id`,
    ]
  })
  if (problems.length > 0) throw new ImportRefused(problems)
}
