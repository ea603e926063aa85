import 'server-only'
import { DomainError } from '@/lib/domain/error'
import { authOn } from './auth'
import type { SignedIn } from './signed-in'
import { headersOf, type Visitor } from './visitor'
import { type Password, withPassword } from './with-password'

/** New recovery codes; the old ones are worth nothing from then on. */
export async function renewRecoveryCodes(visitor: Visitor, me: SignedIn, input: Password): Promise<string[]> {
  if (!me.secondFactor) throw new DomainError('CONFLICT', 'You have no second factor yet.')
  const { backupCodes } = await withPassword(me, input, 'renew recovery codes', (transaction, password) =>
    authOn(transaction).api.generateBackupCodes({ body: { password }, headers: headersOf(visitor) }),
  )
  return backupCodes
}
