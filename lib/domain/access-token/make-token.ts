import 'server-only'
import type { z } from 'zod'
import { write } from '@/lib/db/write'
import { allow } from '@/lib/domain/account/actor'
import { checkOwnPassword } from '@/lib/domain/account/own-password'
import { requireEnrolled } from '@/lib/domain/account/require-enrolled'
import type { SignedIn } from '@/lib/domain/account/signed-in'
import { hashOfToken, newToken } from '@/lib/domain/account/token'
import { DomainError } from '@/lib/domain/error'
import { parse } from '@/lib/domain/parse'
import { makeSchema, TOKEN_PREFIX } from './schema'

const MOST = 20
const DAY_MS = 86_400_000

/** Makes a token and returns it: now, and never again. An unlocked desk is not enough: the password is asked for. */
export async function makeToken(me: SignedIn, input: z.input<typeof makeSchema>): Promise<{ token: string }> {
  const actor = requireEnrolled(me)
  allow(actor, 'write drafts')
  const { name, scopes, days, password } = parse(makeSchema, input)
  await checkOwnPassword(me, password)
  const token = `${TOKEN_PREFIX}${newToken()}`
  return write(actor.id, async (transaction, note) => {
    await transaction.$queryRaw`select 1 from person where id = ${actor.id} for update`
    const open = { personId: actor.id, revokedAt: null, expiresAt: { gt: new Date() } }
    if ((await transaction.accessToken.count({ where: open })) >= MOST)
      throw new DomainError('CONFLICT', `You have ${MOST} tokens. Revoke one that you do not need.`)
    const { id } = await transaction.accessToken.create({
      data: {
        personId: actor.id,
        name,
        scopes,
        tokenHash: hashOfToken(token),
        beginning: token.slice(0, TOKEN_PREFIX.length + 4),
        expiresAt: new Date(Date.now() + days * DAY_MS),
      },
    })
    note({ action: 'make token', subjectKind: 'token', subjectId: String(id), details: { name, scopes, days } })
    return { token }
  })
}
