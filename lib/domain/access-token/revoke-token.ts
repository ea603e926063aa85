import 'server-only'
import type { z } from 'zod'
import { write } from '@/lib/db/write'
import { type Actor, allow } from '@/lib/domain/account/actor'
import { DomainError } from '@/lib/domain/error'
import { parse } from '@/lib/domain/parse'
import { revokeSchema } from './schema'

/** A token that is revoked is refused from the next request on. Whoever may not write any more can still do this. */
export async function revokeToken(actor: Actor, input: z.input<typeof revokeSchema>): Promise<void> {
  allow(actor, 'enter the desk')
  const { id } = parse(revokeSchema, input)
  await write(actor.id, async (transaction, note) => {
    const { count } = await transaction.accessToken.updateMany({
      where: { id, personId: actor.id, revokedAt: null },
      data: { revokedAt: new Date() },
    })
    if (count === 0) throw new DomainError('CONFLICT', 'This token is revoked already, or it is somebody else’s.')
    note({ action: 'revoke token', subjectKind: 'token', subjectId: String(id), details: {} })
  })
}
