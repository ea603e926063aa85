import { parseSetCookieHeader } from 'better-auth/cookies'
import { cookieAttributes } from './visitor'

/** A cookie for the browser: its value in clear, and how long it lasts; 0 takes it away, null ends with the browser. */
export type SetCookie = { name: string; value: string; maxAge: number | null }

/** What better-auth wants set. The attributes are always ours (cookieAttributes). */
export function cookiesFrom(headers: Headers): SetCookie[] {
  return headers.getSetCookie().flatMap((line) =>
    [...parseSetCookieHeader(line)].map(([name, { value, 'max-age': maxAge }]) => ({
      name,
      value,
      maxAge: maxAge === undefined ? null : Number(maxAge),
    })),
  )
}

/** As next/headers takes it. */
export const optionsOf = ({ maxAge }: SetCookie) => ({ ...cookieAttributes(), ...(maxAge === null ? {} : { maxAge }) })
