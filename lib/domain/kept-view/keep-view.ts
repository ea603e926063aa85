import 'server-only'
import type { z } from 'zod'
import { write } from '@/lib/db/write'
import { type Actor, allow } from '@/lib/domain/account/actor'
import { parse } from '@/lib/domain/parse'
import { keepSchema } from './schema'

/** Keeps the address of a view with a title and a private note. */
export async function keepView(actor: Actor, input: z.input<typeof keepSchema>): Promise<{ id: number }> {
  allow(actor, 'keep views and notes')
  const wanted = parse(keepSchema, input)
  return write(actor.id, async (transaction, audit) => {
    const row = await transaction.keptView.create({ data: { ...wanted, owner: actor.id } })
    // Not what it holds: a private note is nobody else's.
    audit({ action: 'keep view', subjectKind: 'kept view', subjectId: String(row.id), details: {} })
    return { id: row.id }
  })
}
