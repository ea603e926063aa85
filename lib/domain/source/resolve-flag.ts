import 'server-only'
import { z } from 'zod'
import { write } from '@/lib/db/write'
import { type Actor, allow } from '@/lib/domain/account/actor'
import { DomainError } from '@/lib/domain/error'
import { parse } from '@/lib/domain/parse'

const resolveSchema = z.strictObject({ flag: z.number().int().min(1) })

/** Says that somebody has looked at a flag: the entry was corrected, or stands as it is. */
export async function resolveFlag(actor: Actor, input: z.input<typeof resolveSchema>): Promise<void> {
  allow(actor, 'review')
  const { flag: id } = parse(resolveSchema, input)
  await write(actor.id, async (transaction, note) => {
    const { count } = await transaction.sourceFlag.updateMany({
      where: { id, resolvedAt: null },
      data: { resolvedAt: new Date(), resolvedBy: actor.id },
    })
    const flag = await transaction.sourceFlag.findUnique({ where: { id } })
    if (!flag) throw new DomainError('NOT_FOUND', 'There is no such flag.')
    if (count === 0) throw new DomainError('CONFLICT', 'Somebody else has dealt with this already.')
    note({
      action: 'resolve flag',
      subjectKind: 'entry',
      subjectId: flag.entryId,
      details: { flag: id, kind: flag.kind },
    })
  })
}
