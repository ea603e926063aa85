// People for tests of the desk: accounts made as the domain makes them, and browsers that keep cookies.
import { TOTP } from 'otpauth'
import { appClient } from '@/lib/db/client'
import { withConnection } from '@/lib/db/connection'
import { makeFirstAdminLink } from '@/lib/db/first-admin'
import { acceptLink } from '@/lib/domain/account/accept-link'
import type { Actor } from '@/lib/domain/account/actor'
import { beginSecondFactor } from '@/lib/domain/account/begin-second-factor'
import { confirmSecondFactor } from '@/lib/domain/account/confirm-second-factor'
import { makeLink } from '@/lib/domain/account/one-time-link'
import type { Role } from '@/lib/domain/account/roles'
import type { SetCookie } from '@/lib/domain/account/set-cookie'
import { findSignedIn, type SignedIn } from '@/lib/domain/account/signed-in'
import type { Visitor } from '@/lib/domain/account/visitor'
import type { Addresses } from '@/tests/addresses'

export const PASSWORD = 'four unrelated words here'

/** A browser at an address, which keeps the cookies that it is given. */
export class Browser {
  private readonly jar = new Map<string, string>()
  constructor(private readonly address = '192.0.2.1') {}

  get visitor(): Visitor {
    const cookies = [...this.jar].map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('; ')
    return { address: this.address, network: this.address, userAgent: 'Test', cookies }
  }

  keep(cookies: SetCookie | readonly SetCookie[]): void {
    for (const { name, value, maxAge } of [cookies].flat())
      if (maxAge === 0) this.jar.delete(name)
      else this.jar.set(name, value)
  }

  has = (name: string): boolean => this.jar.has(name)

  /** Who is signed in here, as the next request would find it. */
  who = (): Promise<SignedIn | null> => findSignedIn(this.visitor)
}

export type Made = {
  browser: Browser
  email: string
  me: SignedIn
  actor: Actor
  totp: TOTP | null
  recoveryCodes: string[]
}

const tokenOf = (url: string) => url.split('/').at(-1) as string

async function invited(email: string, role: Role): Promise<string> {
  const { url } = await makeLink(appClient(), { kind: 'invitation', email, role, madeBy: 'test' })
  return tokenOf(url)
}

export const firstAdminToken = async (database: Addresses): Promise<string | null> => {
  const url = await makeFirstAdminLink(database.ownerUrl, 'http://localhost')
  return url && tokenOf(url)
}

/** Somebody who accepted an invitation; with a second factor where `enrol` says so. */
export async function makePerson(
  name: string,
  role: Role,
  enrol = role === 'editor' || role === 'admin',
): Promise<Made> {
  const browser = new Browser()
  const email = `${name.toLowerCase()}@example.org`
  browser.keep(await acceptLink(browser.visitor, { token: await invited(email, role), name, password: PASSWORD }))
  const { totp, recoveryCodes } = enrol ? await enrolSecondFactor(browser) : { totp: null, recoveryCodes: [] }
  const me = (await browser.who()) as SignedIn
  return { browser, email, me, actor: { id: me.id, name, role }, totp, recoveryCodes }
}

export async function enrolSecondFactor(browser: Browser): Promise<{ totp: TOTP; recoveryCodes: string[] }> {
  const me = (await browser.who()) as SignedIn
  const totp = totpOf(await beginSecondFactor(browser.visitor, me, { password: PASSWORD }))
  const { cookies, recoveryCodes } = await confirmSecondFactor(browser.visitor, me, { code: totp.generate() })
  browser.keep(cookies)
  return { totp, recoveryCodes }
}

export function totpOf(uri: string): TOTP {
  const url = new URL(uri)
  return new TOTP({ secret: url.searchParams.get('secret') as string, digits: 6, period: 30 })
}

/** The audit rows of one action, newest first. */
export const auditOf = (action: string) => appClient().audit.findMany({ where: { action }, orderBy: { id: 'desc' } })

/** Tries that were counted are forgotten, as after their time. */
export const forgetAttempts = (database: Addresses) =>
  withConnection(database.ownerUrl, (owner) => owner.query('delete from attempt'))
