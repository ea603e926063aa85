import 'server-only'
import type { z } from 'zod'
import { write } from '@/lib/db/write'
import { type Actor, allow } from '@/lib/domain/account/actor'
import { DomainError } from '@/lib/domain/error'
import { parse } from '@/lib/domain/parse'
import { forgetSchema } from './schema'

/** Throws a kept view away, with its note. */
export async function forgetView(actor: Actor, input: z.input<typeof forgetSchema>): Promise<void> {
  allow(actor, 'keep views and notes')
  const { id, version } = parse(forgetSchema, input)
  await write(actor.id, async (transaction, audit) => {
    const { count } = await transaction.keptView.deleteMany({ where: { id, owner: actor.id, version } })
    if (count === 0)
      throw new DomainError('CONFLICT', 'This view was changed or thrown away in another window. Reload the page.')
    audit({ action: 'forget view', subjectKind: 'kept view', subjectId: String(id), details: {} })
  })
}
