import 'server-only'
import { appClient } from '@/lib/db/client'
import type { Actor } from './actor'
import { authForReading } from './auth'
import { needsSecondFactor, type Role } from './roles'
import { idleLimitOf } from './sessions'
import { headersOf, type Visitor } from './visitor'

export type SignedIn = {
  sessionId: string
  id: string
  name: string
  email: string
  role: Role
  secondFactor: boolean
  /** Null while a role that needs a second factor has none: then nothing can be done but to enrol it. */
  actor: Actor | null
}

/** Seen is noted once a minute, so that reading a page is seldom a write. */
const NOTED_EVERY = 60_000

/** Who is behind a request: session, role and whether the account is disabled, read from the database every time. */
export async function findSignedIn(visitor: Visitor): Promise<SignedIn | null> {
  const found = await authForReading().api.getSession({
    headers: headersOf(visitor),
    query: { disableCookieCache: true, disableRefresh: true },
  })
  if (!found) return null
  const db = appClient()
  const session = await db.session.findUnique({ where: { id: found.session.id }, include: { person: true } })
  if (!session || session.person.disabled) return null
  const { id, name, email, twoFactorEnabled: secondFactor } = session.person
  const role = session.person.role as Role
  const idle = Date.now() - session.lastSeenAt.getTime()
  if (idle > idleLimitOf(role)) return null
  if (idle > NOTED_EVERY) await db.session.updateMany({ where: { id: session.id }, data: { lastSeenAt: new Date() } })
  const actor = needsSecondFactor(role) && !secondFactor ? null : { id, name, role }
  return { sessionId: session.id, id, name, email, role, secondFactor, actor }
}
