import 'server-only'
import { appClient } from '@/lib/db/client'
import type { Transaction } from '@/lib/db/write'
import type { SetCookie } from './set-cookie'
import { hashOfToken, newToken } from './token'
import { cookieName, cookieOf, type Visitor } from './visitor'

const LASTS_DAYS = 180

/** The hash of this browser's device token, if the account has seen it before. The same one question for accounts that do not exist. */
export async function findKnownDevice(visitor: Visitor, email: string): Promise<string | null> {
  const tokenHash = hashOfToken(cookieOf(visitor, cookieName('device')) ?? '')
  const since = new Date(Date.now() - LASTS_DAYS * 86_400_000)
  const device = await appClient().knownDevice.findFirst({
    where: { tokenHash, lastUsedAt: { gt: since }, person: { email } },
  })
  return device?.tokenHash ?? null
}

/** Remembers this browser for the account and returns its cookie. One token serves all accounts that are used in it. */
export async function rememberDevice(transaction: Transaction, visitor: Visitor, personId: string): Promise<SetCookie> {
  const given = cookieOf(visitor, cookieName('device')) ?? ''
  const seen = await transaction.knownDevice.findFirst({ where: { tokenHash: hashOfToken(given) } })
  const token = seen ? given : newToken()
  const tokenHash = hashOfToken(token)
  await transaction.knownDevice.upsert({
    where: { personId_tokenHash: { personId, tokenHash } },
    create: { personId, tokenHash },
    update: { lastUsedAt: new Date() },
  })
  return { name: cookieName('device'), value: token, maxAge: LASTS_DAYS * 86_400 }
}
