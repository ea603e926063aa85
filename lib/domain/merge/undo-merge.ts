import 'server-only'
import { z } from 'zod'
import { write } from '@/lib/db/write'
import { type Actor, allow } from '@/lib/domain/account/actor'
import { DomainError } from '@/lib/domain/error'
import { parse } from '@/lib/domain/parse'
import { lockMerges } from './lock-merges'
import { settleMerges } from './settle-merges'
import type { MergedKind } from './view'

const undoSchema = z.strictObject({ id: z.int().min(1) })

/** Takes a merge back: each stands for itself again, with the entries and citations that were its own. */
export async function undoMerge(actor: Actor, input: z.input<typeof undoSchema>): Promise<void> {
  allow(actor, 'amend reference data')
  const { id } = parse(undoSchema, input)
  await write(actor.id, async (transaction, note) => {
    await lockMerges(transaction)
    const merge = await transaction.merge.findUnique({ where: { id } })
    if (!merge) throw new DomainError('NOT_FOUND', 'There is no such merge.')
    if (merge.undoneAt) throw new DomainError('CONFLICT', 'Somebody else has undone this already.')
    await transaction.merge.update({ where: { id }, data: { undoneAt: new Date(), undoneBy: actor.id } })
    const kind = merge.kind as MergedKind
    await settleMerges(transaction, kind)
    // biome-ignore lint/suspicious/noExplicitAny: all three have a slug
    const { slug } = await (transaction[kind] as any).findUniqueOrThrow({ where: { id: merge.fromId } })
    note({
      action: `undo merge of ${kind}`,
      subjectKind: kind,
      subjectId: slug,
      details: { merge: id, into: merge.intoId },
    })
  })
}
