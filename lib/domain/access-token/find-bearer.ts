import 'server-only'
import { appClient } from '@/lib/db/client'
import type { Actor } from '@/lib/domain/account/actor'
import { needsSecondFactor, type Role } from '@/lib/domain/account/roles'
import { filedWith, take, tokensFrom } from '@/lib/domain/account/throttle'
import { hashOfToken } from '@/lib/domain/account/token'
import { DomainError } from '@/lib/domain/error'
import type { Scope } from './kinds'
import { bearer } from './schema'

export type Bearer = { tokenId: number; actor: Actor }

const NOTED_EVERY = 60_000
const REFUSED =
  'Send Authorization: Bearer with a token that is not revoked and has not expired. Tokens are made at the desk, under Account.'

/**
 * Who files with a token, and whether it may do this. Token, account and role are read from the database every time: what was revoked, disabled or
 * changed holds at once. Wrong tokens are counted by network; they are not guessed, but each costs a question.
 */
export async function findBearer(authorization: string | null, network: string, scope: Scope): Promise<Bearer> {
  const given = bearer.safeParse(authorization)
  if (!given.success) throw new DomainError('SIGNED_OUT', REFUSED)
  const tokenHash = hashOfToken(given.data.slice('Bearer '.length))
  const db = appClient()
  const token = await db.accessToken.findUnique({ where: { tokenHash }, include: { person: true } })
  if (!token || token.revokedAt || token.expiresAt <= new Date() || token.person.disabled) {
    if (!(await take(tokensFrom(network))))
      throw new DomainError('BUSY', 'Too many wrong tokens. Wait a quarter of an hour.')
    throw new DomainError('SIGNED_OUT', REFUSED)
  }
  const { id, name, twoFactorEnabled } = token.person
  const role = token.person.role as Role
  if (needsSecondFactor(role) && !twoFactorEnabled)
    throw new DomainError('FORBIDDEN', `As ${role} you need a second factor first. Set it up at the desk.`)
  if (!token.scopes.includes(scope))
    throw new DomainError('FORBIDDEN', `This token may not file here: it was made without “${scope}”.`)
  if (!(await take(filedWith(token.id))))
    throw new DomainError('BUSY', 'More than 60 requests a minute with this token. Ask again in a minute.')
  if (Date.now() - (token.lastUsedAt?.getTime() ?? 0) > NOTED_EVERY)
    await db.accessToken.updateMany({ where: { id: token.id }, data: { lastUsedAt: new Date() } })
  return { tokenId: token.id, actor: { id, name, role } }
}
