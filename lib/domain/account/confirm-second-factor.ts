import 'server-only'
import { z } from 'zod'
import { write } from '@/lib/db/write'
import { DomainError } from '@/lib/domain/error'
import { parse } from '@/lib/domain/parse'
import { authOn, refusedAsNull } from './auth'
import { code } from './schema'
import { cookiesFrom, type SetCookie } from './set-cookie'
import type { SignedIn } from './signed-in'
import { oneself, takeOrRefuse } from './throttle'
import { cookieName, headersOf, type Visitor } from './visitor'

const codeSchema = z.strictObject({ code })

export type Enrolled = { cookies: SetCookie[]; recoveryCodes: string[] }

/**
 * A first code shows that the authenticator works. The recovery codes are returned now and never again, and every other browser, which
 * was let in without the second factor, is signed out.
 */
export async function confirmSecondFactor(
  visitor: Visitor,
  me: SignedIn,
  input: z.input<typeof codeSchema>,
): Promise<Enrolled> {
  const { code } = parse(codeSchema, input)
  if (me.secondFactor) throw new DomainError('CONFLICT', 'Your second factor is set up already.')
  await takeOrRefuse(oneself(me.id))
  return write(me.id, async (transaction, note) => {
    const { api } = authOn(transaction)
    const done = await refusedAsNull(
      api.verifyTOTP({ body: { code }, headers: headersOf(visitor), returnHeaders: true }),
    )
    if (!done)
      throw new DomainError('INVALID', 'Not set up yet.', [
        { at: 'code', text: 'This code is not right. Wait for the next one, and check the clock of your device.' },
      ])
    const cookies = cookiesFrom(done.headers)
    const token = cookies.find(({ name }) => name === cookieName('session'))?.value.split('.')[0] ?? ''
    await transaction.session.deleteMany({ where: { personId: me.id, token: { not: token } } })
    const { backupCodes } = await api.viewBackupCodes({ body: { userId: me.id } })
    note({ action: 'set up second factor', subjectKind: 'person', subjectId: me.id, details: {} })
    return { cookies, recoveryCodes: backupCodes }
  })
}
