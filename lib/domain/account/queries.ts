import 'server-only'
import { appClient } from '@/lib/db/client'
import { type Actor, allow } from './actor'
import { requireEnrolled } from './require-enrolled'
import type { Role } from './roles'
import type { SignedIn } from './signed-in'

export type PersonRow = {
  id: string
  name: string
  email: string
  role: Role
  disabled: boolean
  secondFactor: boolean
  version: number
  lastSeenAt: string | null
}

/** Everybody with an account, the enabled ones first. */
export async function listPeople(actor: Actor): Promise<PersonRow[]> {
  allow(actor, 'manage people')
  const people = await appClient().person.findMany({
    orderBy: [{ disabled: 'asc' }, { name: 'asc' }],
    include: { sessions: { orderBy: { lastSeenAt: 'desc' }, take: 1 } },
  })
  return people.map(({ id, name, email, role, disabled, twoFactorEnabled, version, sessions }) => ({
    id,
    name,
    email,
    role: role as Role,
    disabled,
    secondFactor: twoFactorEnabled,
    version,
    lastSeenAt: sessions[0]?.lastSeenAt.toISOString() ?? null,
  }))
}

export type InvitationRow = { id: number; email: string; role: Role; expiresAt: string }

/** Invitations that nobody has followed yet. */
export async function listInvitations(actor: Actor): Promise<InvitationRow[]> {
  allow(actor, 'manage people')
  const links = await appClient().oneTimeLink.findMany({
    where: { kind: 'invitation', usedAt: null, revokedAt: null, expiresAt: { gt: new Date() } },
    orderBy: { madeAt: 'desc' },
  })
  return links.map(({ id, email, role, expiresAt }) => ({
    id,
    email: email ?? '',
    role: role as Role,
    expiresAt: expiresAt?.toISOString() ?? '',
  }))
}

export type SessionRow = { id: string; userAgent: string; address: string; lastSeenAt: string; isThisOne: boolean }

/** Where somebody is signed in, the browser of this request first. */
export async function listSessions(me: SignedIn): Promise<SessionRow[]> {
  const actor = requireEnrolled(me)
  allow(actor, 'enter the desk')
  const sessions = await appClient().session.findMany({
    where: { personId: actor.id, expiresAt: { gt: new Date() } },
    orderBy: { lastSeenAt: 'desc' },
  })
  return sessions
    .map(({ id, userAgent, ipAddress, lastSeenAt }) => ({
      id,
      userAgent: userAgent ?? '',
      address: ipAddress ?? '',
      lastSeenAt: lastSeenAt.toISOString(),
      isThisOne: id === me.sessionId,
    }))
    .sort((a, b) => Number(b.isThisOne) - Number(a.isThisOne))
}
