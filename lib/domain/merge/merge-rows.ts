import 'server-only'
import type { z } from 'zod'
import { type Transaction, write } from '@/lib/db/write'
import { type Actor, allow } from '@/lib/domain/account/actor'
import { DomainError } from '@/lib/domain/error'
import { parse } from '@/lib/domain/parse'
import { linkSource } from '@/lib/domain/source/link-source'
import { findPair } from './find-pair'
import { lockMerges } from './lock-merges'
import { countAffected } from './preview-merge'
import { mergeSchema } from './schema'
import { settleMerges } from './settle-merges'

/** Says that two parties, speakers or sources are one. Nothing is rewritten: the first points at the second, and its address leads there. */
export async function mergeRows(actor: Actor, input: z.input<typeof mergeSchema>): Promise<{ id: number }> {
  allow(actor, 'amend reference data')
  const { reason, entries: read, ...asked } = parse(mergeSchema, input)
  return write(actor.id, async (transaction, note) => {
    await lockMerges(transaction)
    const { from, into } = await findPair(transaction, asked)
    const { entries } = await countAffected(transaction, asked.kind, from.id)
    if (entries !== read)
      throw new DomainError('CONFLICT', 'The record has changed since you looked at what this would do. Look again.')
    const merge = await transaction.merge.create({
      data: { kind: asked.kind, fromId: from.id, intoId: into.id, reason, mergedBy: actor.id },
    })
    if (asked.kind === 'source') await linkWhereverUsed(transaction, from.id, into.id)
    await settleMerges(transaction, asked.kind)
    note({
      action: `merge ${asked.kind}`,
      subjectKind: asked.kind,
      subjectId: asked.from,
      details: { ...asked, merge: merge.id, reason, entries },
    })
    return { id: merge.id }
  })
}

/** A source that stands for another is one of the same negotiations. */
async function linkWhereverUsed(transaction: Transaction, from: number, into: number) {
  const uses = await transaction.negotiationSource.findMany({
    where: { OR: [{ sourceId: from }, { source: { mergedIntoId: from } }] },
  })
  for (const { negotiationId } of uses) await linkSource(transaction, negotiationId, into)
}
