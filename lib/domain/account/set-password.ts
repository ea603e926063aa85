import 'server-only'
import { z } from 'zod'
import { write } from '@/lib/db/write'
import { DomainError } from '@/lib/domain/error'
import { parse } from '@/lib/domain/parse'
import { rememberDevice } from './known-device'
import { getOpenLink, spendLink } from './one-time-link'
import { hashPassword, inTurn } from './passwords'
import { newPassword, token } from './schema'
import type { SetCookie } from './set-cookie'
import { deviceAt, forget, linksFrom, takeOrRefuse } from './throttle'
import { hashOfToken } from './token'
import type { Visitor } from './visitor'

const setSchema = z.strictObject({ token, password: newPassword })

/**
 * Sets the password that a link is for. Every session ends, every other such link and every token of a script too, and this browser is known
 * from now on: who reads the owner's mail is the owner, however many are guessing meanwhile.
 */
export async function setPassword(visitor: Visitor, input: z.input<typeof setSchema>): Promise<SetCookie> {
  const wanted = parse(setSchema, input)
  await takeOrRefuse(linksFrom(visitor.network))
  const { cookie, email } = await inTurn(false, () =>
    write('nobody', async (transaction, note) => {
      const link = await getOpenLink(transaction, wanted.token, ['password', 'access'])
      await spendLink(transaction, link.id)
      const { person, kind } = link
      if (!person) throw new DomainError('GONE', 'This link is for nobody.')
      const personId = person.id
      const now = new Date()
      await transaction.oneTimeLink.updateMany({ where: { personId, usedAt: null }, data: { revokedAt: now } })
      await transaction.credential.updateMany({
        where: { personId },
        data: { password: await hashPassword(wanted.password), updatedAt: now },
      })
      await transaction.session.deleteMany({ where: { personId } })
      await transaction.accessToken.updateMany({ where: { personId, revokedAt: null }, data: { revokedAt: now } })
      if (kind === 'access') {
        await transaction.twoFactor.deleteMany({ where: { personId } })
        await transaction.person.update({ where: { id: personId }, data: { twoFactorEnabled: false, updatedAt: now } })
      }
      note({
        action: kind === 'access' ? 'set password, second factor taken away' : 'set password',
        subjectKind: 'person',
        subjectId: personId,
        details: { link: link.id },
        actor: personId,
      })
      return { cookie: await rememberDevice(transaction, visitor, personId), email: person.email }
    }),
  )
  await forget(deviceAt(email, hashOfToken(cookie.value)))
  return cookie
}
