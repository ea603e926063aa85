import 'server-only'
import type { z } from 'zod'
import { appClient } from '@/lib/db/client'
import type { Transaction } from '@/lib/db/write'
import { type Actor, allow } from '@/lib/domain/account/actor'
import { parse } from '@/lib/domain/parse'
import { dayOf } from '@/lib/domain/time/day'
import { findPair, type Mergeable } from './find-pair'
import { pairSchema } from './schema'
import type { Held, MergedKind, MergePreview } from './view'

/** What merging would change for readers. Nothing is written. */
export async function previewMerge(actor: Actor, input: z.input<typeof pairSchema>): Promise<MergePreview> {
  allow(actor, 'amend reference data')
  const asked = parse(pairSchema, input)
  return appClient().$transaction(async (transaction) => {
    const { from, into } = await findPair(transaction, asked)
    const { entries, citations } = await countAffected(transaction, asked.kind, from.id)
    return {
      from: { slug: from.slug, name: from.name },
      into: { slug: into.slug, name: into.name },
      entries,
      citations,
      shared: asked.kind === 'party' ? await listShared(transaction, from, into) : [],
      remarks: await remarksOf(transaction, asked.kind, from, into),
    }
  })
}

/** The entries that readers see and that a merge of this row would change, and the citations behind them. */
export async function countAffected(transaction: Transaction, kind: MergedKind, id: number) {
  const live = { revision: { publications: { some: { liveOf: { isNot: null } } } } }
  if (kind === 'party') {
    const here = { partyId: id, livePublicationId: { not: null } }
    return {
      entries: await transaction.entry.count({ where: here }),
      citations: await transaction.citation.count({
        where: { revision: { publications: { some: { liveOf: { partyId: id } } } } },
      }),
    }
  }
  // Those that were merged into it come along.
  const ids = (
    await (kind === 'speaker'
      ? transaction.speaker.findMany({ where: { OR: [{ id }, { mergedIntoId: id }] } })
      : transaction.source.findMany({ where: { OR: [{ id }, { mergedIntoId: id }] } }))
  ).map((row) => row.id)
  const cited = await transaction.citation.findMany({
    where: { ...live, ...(kind === 'speaker' ? { speakerId: { in: ids } } : { sourceId: { in: ids } }) },
    select: { revisionId: true },
  })
  return { entries: new Set(cited.map(({ revisionId }) => revisionId)).size, citations: cited.length }
}

/** The demands on which both hold something, with all of it by date: from then on one line of positions. */
async function listShared(transaction: Transaction, from: Mergeable, into: Mergeable): Promise<MergePreview['shared']> {
  const rows = await transaction.entry.findMany({
    where: { partyId: { in: [from.id, into.id] }, livePublicationId: { not: null } },
    orderBy: [{ liveHeldFrom: 'asc' }, { ordinal: 'asc' }, { id: 'asc' }],
    include: { demand: true },
  })
  const byDemand = new Map<string, { ordinal: number; held: Held[] }>()
  for (const row of rows) {
    const known = byDemand.get(row.demand.title) ?? { ordinal: row.demand.ordinal, held: [] }
    known.held.push({
      entry: row.id,
      heldFrom: dayOf(row.liveHeldFrom as Date),
      stance: row.liveStance ?? '',
      side: row.partyId === from.id ? 'from' : 'into',
    })
    byDemand.set(row.demand.title, known)
  }
  return [...byDemand]
    .filter(([, { held }]) => new Set(held.map(({ side }) => side)).size === 2)
    .sort(([, a], [, b]) => a.ordinal - b.ordinal)
    .map(([demand, { held }]) => ({ demand, held }))
}

async function remarksOf(transaction: Transaction, kind: MergedKind, from: Mergeable, into: Mergeable) {
  const pair = { where: { id: { in: [from.id, into.id] } } }
  if (kind === 'speaker') {
    const parties = (await transaction.speaker.findMany({ ...pair, include: { party: true } })).map(
      ({ party }) => party,
    )
    const [one, other] = [parties[0], parties[1]]
    return one && other && one.id !== other.id ? [`They speak for two parties: ${one.name} and ${other.name}.`] : []
  }
  if (kind === 'party') {
    const speakers = await transaction.speaker.count({ where: { partyId: from.id, mergedIntoId: null } })
    return speakers > 0
      ? [`${speakers === 1 ? 'One speaker' : `${speakers} speakers`} of ${from.name} would speak for ${into.name}.`]
      : []
  }
  const sources = await transaction.source.findMany({ ...pair, select: { grade: true, publisherFlag: true } })
  const [one, other] = [sources[0], sources[1]]
  return one?.grade !== other?.grade || one?.publisherFlag !== other?.publisherFlag
    ? ['Their grades or labels differ: those of the one that stays are shown.']
    : []
}
