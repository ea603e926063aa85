import 'server-only'
import { z } from 'zod'
import { type Transaction, write } from '@/lib/db/write'
import { DomainError } from '@/lib/domain/error'
import { parse } from '@/lib/domain/parse'
import { authOn, refusedAsNull } from './auth'
import { rememberDevice } from './known-device'
import { code } from './schema'
import { cookiesFrom, type SetCookie } from './set-cookie'
import { hashOfToken } from './token'
import { headersOf, type Visitor } from './visitor'

const stepSchema = z.strictObject({ code })

/** The second step of a sign-in: a code of the authenticator, or a recovery code, which then is used up. */
export async function takeSecondStep(visitor: Visitor, input: z.input<typeof stepSchema>): Promise<SetCookie[]> {
  const { code } = parse(stepSchema, input)
  // A refusal is returned, not thrown: what better-auth counts of failed codes must outlast it.
  const cookies = await write(
    'nobody',
    async (transaction, note) => {
      const { api } = authOn(transaction)
      const isRecovery = code.includes('-')
      const asked = { body: { code }, headers: headersOf(visitor), returnHeaders: true as const }
      const done = await refusedAsNull(isRecovery ? api.verifyBackupCode(asked) : api.verifyTOTP(asked))
      if (!done) return null
      const { id } = done.response.user
      if (!isRecovery) await takeOnce(transaction, id, code)
      const how = isRecovery ? 'recovery code' : 'authenticator'
      note({ action: 'sign in', subjectKind: 'person', subjectId: id, details: { secondStep: how }, actor: id })
      return [...cookiesFrom(done.headers), await rememberDevice(transaction, visitor, id)]
    },
    (done) => done !== null,
  )
  if (!cookies)
    throw new DomainError(
      'SIGNED_OUT',
      'This code is not right, or too many were tried. Wait for the next code; after ten minutes, begin again with your password.',
    )
  return cookies
}

/** A code that was looked over a shoulder is worth nothing: the same one is not taken twice. */
async function takeOnce(transaction: Transaction, personId: string, code: string): Promise<void> {
  const lastCode = hashOfToken(`${personId} ${code}`)
  const { count } = await transaction.twoFactor.updateMany({
    where: { personId, OR: [{ lastCode: null }, { lastCode: { not: lastCode } }] },
    data: { lastCode },
  })
  if (count === 0) throw new DomainError('SIGNED_OUT', 'This code was used already. Wait for the next one.')
}
