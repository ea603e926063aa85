import 'server-only'
import { DomainError } from '@/lib/domain/error'
import { authOn } from './auth'
import type { SignedIn } from './signed-in'
import { headersOf, type Visitor } from './visitor'
import { type Password, withPassword } from './with-password'

/**
 * Makes a secret for an authenticator, as the address that its QR code holds. It counts only once a code of it was given; until then
 * it can be made again. Works for everybody who is signed in: it is the way out of a role whose second factor is missing.
 */
export async function beginSecondFactor(visitor: Visitor, me: SignedIn, input: Password): Promise<string> {
  if (me.secondFactor)
    throw new DomainError('CONFLICT', 'You have a second factor. Take it away before you set up another.')
  const begun = await withPassword(me, input, 'begin second factor', (transaction, password) =>
    authOn(transaction).api.enableTwoFactor({ body: { password, method: 'totp' }, headers: headersOf(visitor) }),
  )
  if (!('totpURI' in begun)) throw new Error('better-auth made no secret.')
  return begun.totpURI
}
