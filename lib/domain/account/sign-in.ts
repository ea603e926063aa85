import 'server-only'
import { z } from 'zod'
import { write } from '@/lib/db/write'
import { DomainError } from '@/lib/domain/error'
import { parse } from '@/lib/domain/parse'
import { authOn, refusedAsNull } from './auth'
import { findKnownDevice, rememberDevice } from './known-device'
import { inTurn } from './passwords'
import { email, givenPassword } from './schema'
import { cookiesFrom, type SetCookie } from './set-cookie'
import { addressAt, deviceAt, giveBack, strangersAt, take } from './throttle'
import { headersOf, type Visitor } from './visitor'

const signInSchema = z.strictObject({ email, password: givenPassword })

export type SignInStep = { next: 'desk' | 'second-step'; cookies: SetCookie[] }

/** One text for everything that can be wrong, so that nobody learns who has an account. */
const REFUSED =
  'This did not sign you in. Check address and password. After many failed tries, only browsers that were used before may try for an hour; a new password, by the link below, works at once.'

/**
 * The first step. A try is counted before the password is looked at: those from browsers that the account knows for themselves, all
 * others together. So a thousand guesses from a thousand addresses are at most ten, and use up none of the owner's own.
 */
export async function signIn(visitor: Visitor, input: z.input<typeof signInSchema>): Promise<SignInStep> {
  const { email, password } = parse(signInSchema, input)
  const device = await findKnownDevice(visitor, email)
  const buckets = device ? [deviceAt(email, device)] : [addressAt(visitor.network), strangersAt(email)]
  // One after the other: an address that is over its own measure uses up nothing of the account's.
  for (const bucket of buckets) if (!(await take(bucket))) throw new DomainError('SIGNED_OUT', REFUSED)
  const step = await inTurn(device !== null, () => evaluate(visitor, email, password))
  if (!step) throw new DomainError('SIGNED_OUT', REFUSED)
  for (const bucket of buckets) await giveBack(bucket)
  return step
}

/** For an account that there is none of, better-auth hashes as well, which takes as long as to compare. */
async function evaluate(visitor: Visitor, email: string, password: string): Promise<SignInStep | null> {
  return write(
    'nobody',
    async (transaction, note): Promise<SignInStep | null> => {
      const signedIn = await refusedAsNull(
        authOn(transaction).api.signInEmail({
          body: { email, password },
          headers: headersOf(visitor),
          returnHeaders: true,
        }),
      )
      if (!signedIn) return null
      const cookies = cookiesFrom(signedIn.headers)
      if ('twoFactorRedirect' in signedIn.response) return { next: 'second-step', cookies }
      const { id } = signedIn.response.user
      note({ action: 'sign in', subjectKind: 'person', subjectId: id, details: {}, actor: id })
      return { next: 'desk', cookies: [...cookies, await rememberDevice(transaction, visitor, id)] }
    },
    (step) => step?.next === 'desk',
  )
}
