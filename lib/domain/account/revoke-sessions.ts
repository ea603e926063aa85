import 'server-only'
import { z } from 'zod'
import { write } from '@/lib/db/write'
import { DomainError } from '@/lib/domain/error'
import { parse } from '@/lib/domain/parse'
import { allow } from './actor'
import { requireEnrolled } from './require-enrolled'
import type { SignedIn } from './signed-in'

const revokeSchema = z.strictObject({
  /** One session, or null for all but this one. */
  session: z.string().max(64).nullable(),
})

/** Ends sessions of one's own in other browsers, or in this one. What such a browser asks next is refused. */
export async function revokeSessions(me: SignedIn, input: z.input<typeof revokeSchema>): Promise<number> {
  const actor = requireEnrolled(me)
  allow(actor, 'enter the desk')
  const { session } = parse(revokeSchema, input)
  return write(actor.id, async (transaction, note) => {
    const { count } = await transaction.session.deleteMany({
      where: { personId: actor.id, id: session ?? { not: me.sessionId } },
    })
    if (session && count === 0) throw new DomainError('NOT_FOUND', 'This session has ended already.')
    note({ action: 'revoke sessions', subjectKind: 'person', subjectId: actor.id, details: { sessions: count } })
    return count
  })
}
