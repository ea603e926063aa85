import { createHmac } from 'node:crypto'
import { OperatorError } from '@/lib/operator-error'

/**
 * What sessions are signed and second factors encrypted with: the setting, else made from a password of the database, as those of the
 * roles are. So every process on one database agrees, nothing is stored, and the embedded database's secret is as lasting as it is.
 */
export function authSecretOf(
  { ownerUrl, appUrl }: { ownerUrl: string; appUrl: string },
  given: { AUTH_SECRET?: string | undefined } = {},
): string {
  if (given.AUTH_SECRET) return given.AUTH_SECRET
  const password = [ownerUrl, appUrl].map((url) => decodeURIComponent(new URL(url).password)).find(Boolean)
  if (!password)
    throw new OperatorError(
      'No address of the database holds a password, from which the secret of the sessions could be made.\n' +
        'Set AUTH_SECRET to 32 or more random characters (openssl rand -base64 32), the same for every process on this database.',
    )
  return createHmac('sha256', password).update('parley sessions').digest('base64url')
}
