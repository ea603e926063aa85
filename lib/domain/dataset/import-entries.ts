import 'server-only'
import type { Transaction } from '@/lib/db/write'
import { anchorOf } from '@/lib/domain/citation/rules'
import type { Entry } from '@/lib/domain/entry/schema'
import type { ReferenceIds } from './import-reference'
import { readEntries } from './read-entries'
import type { Dataset } from './schema'
import type { Tally } from './tally'

// Who stands for an import in the record: the file was written by its coders, and whoever runs the import approves it.
const WRITTEN_BY = 'dataset'
const APPROVED_BY = 'import'
// PostgreSQL takes 65,535 values in a statement; a revision has 15.
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
    await transaction.entry.createMany({
      data: batch.map(({ entry, ordinal }) => ({
        id: entry.id,
        negotiationId: ids.negotiation,
        partyId: ids.parties.get(entry.party) as number,
        demandId: ids.demands.get(entry.demand) as number,
        ordinal,
      })),
    })
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
  const negotiationId = ids.negotiation
  const revisions = await transaction.revision.createManyAndReturn({
    select: { id: true, entryId: true },
    data: items.map((item) => ({
      ...revisionFields(item.entry, ids),
      negotiationId,
      number: as(item).number,
      recordedBy: WRITTEN_BY,
    })),
  })
  const revisionOf = new Map(revisions.map((row) => [row.entryId, row.id]))
  await transaction.citation.createMany({
    data: items.flatMap(({ entry }) =>
      citationRows(entry, ids).map((row) => ({
        ...row,
        negotiationId,
        revisionId: revisionOf.get(entry.id) as number,
      })),
    ),
  })
  await transaction.publication.createMany({
    data: items.map((item) => {
      const { kind, reason } = as(item)
      return {
        negotiationId,
        entryId: item.entry.id,
        revisionId: revisionOf.get(item.entry.id) as number,
        kind,
        reason,
        publishedBy: APPROVED_BY,
      }
    }),
  })
  await transaction.$executeRaw`
    update entry set current_revision_id = r.id from revision r where r.entry_id = entry.id and r.id = any(${revisions.map((row) => row.id)})`
}

function revisionFields(entry: Entry, ids: ReferenceIds) {
  return {
    entryId: entry.id,
    heldFrom: new Date(`${entry.heldFrom}T00:00:00Z`),
    datePrecision: entry.datePrecision,
    stance: entry.stance,
    salience: entry.salience,
    summary: entry.summary,
    terms: entry.terms,
    shiftKind: entry.shift?.type ?? null,
    shiftBasis: entry.shift?.basis ?? null,
    shiftNote: entry.shift?.note ?? null,
    eventId: entry.event === null ? null : (ids.events.get(entry.event) as number),
  }
}

function citationRows(entry: Entry, ids: ReferenceIds) {
  return entry.citations.map(({ source, quote, quoteKind, speaker, attribution, saidOn }, ordinal) => {
    const text = ids.texts.get(source)
    const anchor = text && anchorOf(quote, text.text)
    if (!anchor) throw new Error(`Entry ${entry.id}: the quotation is not in the stored text of ${source}.`)
    return {
      ...anchor,
      ordinal,
      sourceId: ids.sources.get(source) as number,
      sourceTextId: text.id,
      quote,
      quoteKind,
      speakerId: speaker === null ? null : (ids.speakers.get(speaker) as number),
      attribution,
      saidOn: saidOn === null ? null : new Date(`${saidOn}T00:00:00Z`),
    }
  })
}

const sameEntry = (a: Entry | undefined, b: Entry) => JSON.stringify(a) === JSON.stringify(b)

/** Entry ids are addresses (/e/ID) and so belong to the whole installation; and an entry keeps its party and demand. */
async function refuseForeignIds(transaction: Transaction, wanted: Wanted[], ids: ReferenceIds) {
  const rows = await transaction.entry.findMany({
    where: { id: { in: wanted.map(({ entry }) => entry.id) } },
    include: { negotiation: true, party: true, demand: true },
  })
  const stored = new Map(rows.map((row) => [row.id, row]))
  const problems = wanted.flatMap(({ entry, ordinal }) => {
    const row = stored.get(entry.id)
    if (!row) return []
    const path = `entries[${ordinal}]`
    if (row.negotiationId !== ids.negotiation)
      return [`${path}.id: "${entry.id}" already names an entry of "${row.negotiation.slug}": give this one another id`]
    if (row.party.slug === entry.party && row.demand.slug === entry.demand) return []
    return [
      `${path}: "${entry.id}" is recorded for ${row.party.slug} on ${row.demand.slug} and keeps both: give this one a new id`,
    ]
  })
  if (problems.length > 0) throw new ImportRefused(problems)
}

/** The file is sound, but does not fit what is already recorded. */
export class ImportRefused extends Error {
  constructor(readonly problems: string[]) {
    super(problems.join('\n'))
  }
}
