import 'server-only'
import { z } from 'zod'
import { write } from '@/lib/db/write'
import { type Actor, allow } from '@/lib/domain/account/actor'
import { DomainError } from '@/lib/domain/error'
import { parse } from '@/lib/domain/parse'
import { reason } from '@/lib/domain/review/schema'

const withdrawSchema = z.strictObject({
  entry: z.string().max(40),
  /** The number of the revision that readers see, as whoever withdraws it has read it. */
  live: z.number().int().positive(),
  reason,
})

/** Takes an entry away from readers. Its address stays, with the day and the reason. */
export async function withdrawEntry(actor: Actor, input: z.input<typeof withdrawSchema>): Promise<void> {
  allow(actor, 'withdraw')
  const asked = parse(withdrawSchema, input)
  await write(actor.id, async (transaction, audit) => {
    await transaction.$queryRaw`select 1 from entry where id = ${asked.entry} for update`
    const entry = await transaction.entry.findUnique({
      where: { id: asked.entry },
      include: { livePublication: { include: { revision: true } } },
    })
    if (!entry) throw new DomainError('NOT_FOUND', 'There is no such entry.')
    if (!entry.livePublication)
      throw new DomainError('CONFLICT', 'Readers do not see this entry: there is nothing to withdraw.')
    const live = entry.livePublication.revision.number
    if (live !== asked.live)
      throw new DomainError(
        'CONFLICT',
        `Readers now see revision ${live} of this entry, and you have read revision ${asked.live}. Look at it again.`,
      )
    await transaction.entry.update({ where: { id: entry.id }, data: { version: { increment: 1 } } })
    // Whoever has a change to it open before them decides about something else now, and is told so.
    await transaction.review.updateMany({
      where: { entryId: entry.id, stage: { in: ['in-review', 'changes-requested'] } },
      data: { version: { increment: 1 } },
    })
    await transaction.publication.create({
      data: {
        negotiationId: entry.negotiationId,
        entryId: entry.id,
        revisionId: entry.livePublication.revisionId,
        kind: 'withdrawal',
        reason: asked.reason,
        publishedBy: actor.id,
      },
    })
    audit({ action: 'withdraw', subjectKind: 'entry', subjectId: entry.id, details: { reason: asked.reason } })
  })
}
