import 'server-only'
import { z } from 'zod'
import { type Transaction, write } from '@/lib/db/write'
import { DomainError } from '@/lib/domain/error'
import { parse } from '@/lib/domain/parse'
import { authOn } from './auth'
import { rememberDevice } from './known-device'
import { getOpenLink, spendLink } from './one-time-link'
import { inTurn } from './passwords'
import { email, newPassword, personName, token } from './schema'
import { cookiesFrom, type SetCookie } from './set-cookie'
import { linksFrom, takeOrRefuse } from './throttle'
import { headersOf, type Visitor } from './visitor'

const acceptSchema = z.strictObject({
  token,
  name: personName,
  /** Of the first admin, whom nobody has invited; else the invitation says it. */
  email: email.optional(),
  password: newPassword,
})

/** Makes the account that an invitation, or the link of the first start, is for, and signs its owner in. */
export async function acceptLink(visitor: Visitor, input: z.input<typeof acceptSchema>): Promise<SetCookie[]> {
  const wanted = parse(acceptSchema, input)
  await takeOrRefuse(linksFrom(visitor.network))
  return inTurn(false, () =>
    write('nobody', async (transaction, note) => {
      const link = await getOpenLink(transaction, wanted.token, ['invitation', 'first-admin'])
      await spendLink(transaction, link.id)
      if (link.kind === 'first-admin') await requireNoAdmin(transaction)
      const address = link.email ?? wanted.email
      if (!address || !link.role)
        throw new DomainError('INVALID', 'What was sent has faults.', [
          { at: 'email', text: 'Write your mail address.' },
        ])
      if (await transaction.person.findUnique({ where: { email: address } }))
        throw new DomainError('CONFLICT', 'This address has an account already.', [
          { at: 'email', text: 'This address has an account.' },
        ])
      const { api } = authOn(transaction)
      const { password, name } = wanted
      const { user } = await api.createUser({ body: { email: address, password, name, data: { role: link.role } } })
      const { headers } = await api.signInEmail({
        body: { email: address, password },
        headers: headersOf(visitor),
        returnHeaders: true,
      })
      note({
        action: 'accept invitation',
        subjectKind: 'person',
        subjectId: user.id,
        details: { link: link.id, role: link.role },
        actor: user.id,
      })
      return [...cookiesFrom(headers), await rememberDevice(transaction, visitor, user.id)]
    }),
  )
}

/** Two who follow two such links at once wait for each other; the trigger on person takes the same lock. */
async function requireNoAdmin(transaction: Transaction): Promise<void> {
  await transaction.$executeRaw`select pg_advisory_xact_lock(hashtextextended('parley admins', 0))`
  if (await transaction.person.findFirst({ where: { role: 'admin', disabled: false } }))
    throw new DomainError('GONE', 'There is an admin already, who can invite you.')
}
