import 'server-only'
import type { z } from 'zod'
import { write } from '@/lib/db/write'
import { type Actor, allow } from '@/lib/domain/account/actor'
import { DomainError } from '@/lib/domain/error'
import { parse } from '@/lib/domain/parse'
import { amendSchema } from './schema'

/** Changes the title and the note of a kept view. */
export async function amendView(actor: Actor, input: z.input<typeof amendSchema>): Promise<void> {
  allow(actor, 'keep views and notes')
  const { id, version, title, note } = parse(amendSchema, input)
  await write(actor.id, async (transaction, audit) => {
    const mine = await transaction.keptView.findFirst({ where: { id, owner: actor.id } })
    if (!mine) throw new DomainError('NOT_FOUND', 'This view is not kept any more.')
    const { count } = await transaction.keptView.updateMany({
      where: { id, owner: actor.id, version },
      data: { title, note, version: { increment: 1 } },
    })
    if (count === 0)
      throw new DomainError(
        'CONFLICT',
        'This note was changed in another window. Copy what you wrote, reload the page, and put it in again.',
      )
    audit({ action: 'amend view', subjectKind: 'kept view', subjectId: String(id), details: {} })
  })
}
