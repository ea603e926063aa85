import 'server-only'
import { appClient } from '@/lib/db/client'
import { type Actor, allow } from '@/lib/domain/account/actor'
import type { Scope, TokenLine } from './kinds'

/** One's own tokens that are not revoked, the latest first. */
export async function listTokens(actor: Actor): Promise<TokenLine[]> {
  allow(actor, 'enter the desk')
  const rows = await appClient().accessToken.findMany({
    where: { personId: actor.id, revokedAt: null },
    orderBy: { madeAt: 'desc' },
    take: 100,
  })
  return rows.map(({ id, name, beginning, scopes, madeAt, expiresAt, lastUsedAt }) => ({
    id,
    name,
    beginning,
    scopes: scopes as Scope[],
    madeAt: madeAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
    expired: expiresAt < new Date(),
  }))
}
