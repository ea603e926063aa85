import 'server-only'
import { betterAuth } from 'better-auth'
import { prismaAdapter } from 'better-auth/adapters/prisma'
import { APIError } from 'better-auth/api'
import { admin } from 'better-auth/plugins/admin'
import { twoFactor } from 'better-auth/plugins/two-factor'
import { appClient } from '@/lib/db/client'
import type { Transaction } from '@/lib/db/write'
import { siteUrl } from '@/lib/site-url'
import { hashPassword, verifyPassword } from './passwords'
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from './schema'
import { ABSOLUTE_LIFETIME_S } from './sessions'
import { ADDRESS_HEADER, cookieAttributes, cookieName } from './visitor'

/**
 * better-auth on a connection: in a write, on its transaction, so that what it does and the audit row happen together or not at all.
 * Its own HTTP handler is nowhere mounted: only the files of this folder call it. Its limiter does not see such calls; throttle.ts does.
 */
export function authOn(db: Transaction) {
  const secret = process.env.AUTH_SECRET
  if (!secret) throw new Error('AUTH_SECRET is not set. Start Parley with npm start or npm run dev, which set it.')
  const attributes = cookieAttributes()
  return betterAuth({
    appName: 'Parley',
    baseURL: siteUrl(),
    secret,
    database: prismaAdapter(db, { provider: 'postgresql' }),
    telemetry: { enabled: false },
    logger: { level: 'error' },
    rateLimit: { enabled: false },
    user: { modelName: 'person' },
    session: {
      fields: { userId: 'personId' },
      expiresIn: ABSOLUTE_LIFETIME_S,
      disableSessionRefresh: true,
      // With it the second factor could be passed (GHSA-xg6x-h9c9-2m83), and a revoked session would live on.
      cookieCache: { enabled: false },
    },
    account: { modelName: 'credential', fields: { userId: 'personId' } },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: SHORTEST_PASSWORD,
      maxPasswordLength: LONGEST_PASSWORD,
      password: { hash: hashPassword, verify: verifyPassword },
    },
    advanced: {
      // Its own prefix would be __Secure-; the names bring theirs.
      useSecureCookies: false,
      defaultCookieAttributes: attributes,
      cookies: {
        session_token: { name: cookieName('session'), attributes },
        two_factor: { name: cookieName('second-step'), attributes },
      },
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
      // Columns for signing in elsewhere and for pictures are left out on purpose.
      database: { validateSchema: false },
    },
    plugins: [
      admin({
        defaultRole: 'analyst',
        schema: { user: { fields: { banned: 'disabled', banReason: 'disabledReason', banExpires: 'disabledUntil' } } },
      }),
      twoFactor({ issuer: 'Parley', schema: { twoFactor: { fields: { userId: 'personId' } } } }),
    ],
  })
}

const kept = new WeakMap<object, ReturnType<typeof authOn>>()

/** For reads, outside of any transaction. */
export function authForReading(): ReturnType<typeof authOn> {
  const client = appClient()
  const auth = kept.get(client) ?? authOn(client)
  kept.set(client, auth)
  return auth
}

/** What better-auth refuses, as null; what breaks is thrown on. */
export async function refusedAsNull<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work
  } catch (error) {
    if (error instanceof APIError && error.statusCode < 500) return null
    throw error
  }
}
