import 'server-only'
import { DomainError } from '@/lib/domain/error'
import { authOn } from './auth'
import { cookiesFrom, type SetCookie } from './set-cookie'
import type { SignedIn } from './signed-in'
import { headersOf, type Visitor } from './visitor'
import { type Password, withPassword } from './with-password'

/** Takes one's second factor away, to set up another. Whose role needs one can do nothing else until then. */
export async function removeSecondFactor(visitor: Visitor, me: SignedIn, input: Password): Promise<SetCookie[]> {
  if (!me.secondFactor) throw new DomainError('CONFLICT', 'You have no second factor.')
  const { headers } = await withPassword(me, input, 'remove second factor', (transaction, password) =>
    authOn(transaction).api.disableTwoFactor({ body: { password }, headers: headersOf(visitor), returnHeaders: true }),
  )
  return cookiesFrom(headers)
}
