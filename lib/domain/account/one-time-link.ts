import 'server-only'
import { appClient } from '@/lib/db/client'
import type { Transaction } from '@/lib/db/write'
import { DomainError } from '@/lib/domain/error'
import { siteUrl } from '@/lib/site-url'
import type { Role } from './roles'
import { hashOfToken, newToken } from './token'

export type LinkKind = 'first-admin' | 'invitation' | 'password' | 'access'

const HOUR = 3_600_000
/** How long a link may wait. One that was handed over in person may wait longer than one that anybody can ask for. */
const LASTS: Record<Exclude<LinkKind, 'first-admin'>, number> = {
  invitation: 7 * 24 * HOUR,
  password: HOUR,
  access: 24 * HOUR,
}

/** What a link is for: somebody new, with a role, or somebody known. */
type Purpose =
  | { kind: 'invitation'; email: string; role: Role; madeBy: string }
  | { kind: 'password' | 'access'; personId: string; madeBy: string | null }

/** Makes a link and returns its address. The address is nowhere kept. */
export async function makeLink(transaction: Transaction, purpose: Purpose): Promise<{ id: number; url: string }> {
  const token = newToken()
  const expiresAt = new Date(Date.now() + LASTS[purpose.kind])
  const { id } = await transaction.oneTimeLink.create({
    data: { ...purpose, tokenHash: hashOfToken(token), expiresAt },
  })
  return { id, url: `${siteUrl()}/desk/${purpose.kind === 'invitation' ? 'accept' : 'reset'}/${token}` }
}

/** The open link that a token stands for; GONE when it was used, taken back or is too old. */
export async function getOpenLink(db: Transaction, token: string, kinds: LinkKind[]) {
  const link = await db.oneTimeLink.findUnique({ where: { tokenHash: hashOfToken(token) }, include: { person: true } })
  const isOpen =
    link &&
    kinds.includes(link.kind as LinkKind) &&
    !link.usedAt &&
    !link.revokedAt &&
    (!link.expiresAt || link.expiresAt > new Date()) &&
    !link.person?.disabled
  if (!isOpen) throw new DomainError('GONE', 'This link was used already, or it is too old. Ask for a new one.')
  return link
}

/** For a page that only looks, before its form is sent. */
export const findOpenLink = (token: string, kinds: LinkKind[]) =>
  getOpenLink(appClient(), token, kinds).catch((error: unknown) => {
    if (error instanceof DomainError) return null
    throw error
  })

/** Uses a link up. Of two who follow it at the same moment one comes first. */
export async function spendLink(transaction: Transaction, id: number): Promise<void> {
  const { count } = await transaction.oneTimeLink.updateMany({
    where: { id, usedAt: null, revokedAt: null },
    data: { usedAt: new Date() },
  })
  if (count === 0) throw new DomainError('GONE', 'This link was used just now.')
}
