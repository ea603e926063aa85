import 'server-only'
import { z } from 'zod'
import { write } from '@/lib/db/write'
import { DomainError } from '@/lib/domain/error'
import { parse } from '@/lib/domain/parse'
import { type Actor, allow } from './actor'

const revokeSchema = z.strictObject({ id: z.coerce.number().int().min(1) })

/** Takes an invitation back that nobody has followed yet. */
export async function revokeInvitation(actor: Actor, input: { id: number | string }): Promise<void> {
  allow(actor, 'manage people')
  const { id } = parse(revokeSchema, input)
  await write(actor.id, async (transaction, note) => {
    const { count } = await transaction.oneTimeLink.updateMany({
      where: { id, kind: 'invitation', usedAt: null, revokedAt: null },
      data: { revokedAt: new Date() },
    })
    if (count === 0) throw new DomainError('GONE', 'This invitation is not open any more.')
    note({ action: 'revoke invitation', subjectKind: 'link', subjectId: String(id), details: {} })
  })
}
