import 'server-only'
import { z } from 'zod'
import { write } from '@/lib/db/write'
import { DomainError } from '@/lib/domain/error'
import { parse } from '@/lib/domain/parse'
import { allow } from './actor'
import { authOn, refusedAsNull } from './auth'
import { inTurn } from './passwords'
import { requireEnrolled } from './require-enrolled'
import { givenPassword, newPassword } from './schema'
import { cookiesFrom, type SetCookie } from './set-cookie'
import type { SignedIn } from './signed-in'
import { oneself, takeOrRefuse } from './throttle'
import { headersOf, type Visitor } from './visitor'

const changeSchema = z.strictObject({ current: givenPassword, password: newPassword })

/** Changes one's own password. All other browsers are signed out, and this one gets a new session. */
export async function changePassword(
  visitor: Visitor,
  me: SignedIn,
  input: z.input<typeof changeSchema>,
): Promise<SetCookie[]> {
  const actor = requireEnrolled(me)
  allow(actor, 'enter the desk')
  const { current, password } = parse(changeSchema, input)
  await takeOrRefuse(oneself(actor.id))
  return inTurn(true, () =>
    write(actor.id, async (transaction, note) => {
      const changed = await refusedAsNull(
        authOn(transaction).api.changePassword({
          body: { currentPassword: current, newPassword: password, revokeOtherSessions: true },
          headers: headersOf(visitor),
          returnHeaders: true,
        }),
      )
      if (!changed)
        throw new DomainError('INVALID', 'Nothing was changed.', [
          { at: 'current', text: 'This is not your password.' },
        ])
      note({ action: 'change password', subjectKind: 'person', subjectId: actor.id, details: {} })
      return cookiesFrom(changed.headers)
    }),
  )
}
