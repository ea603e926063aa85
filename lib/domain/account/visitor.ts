import { siteUrl } from '@/lib/site-url'

/** What a request says of itself, before it is known who is behind it. */
export type Visitor = {
  address: string
  /** What counts as one household or office: the address itself, or its /64 where it is IPv6. */
  network: string
  userAgent: string
  /** The Cookie header. */
  cookies: string
}

/** Where better-auth looks for the address; no request from outside can set it, because these headers are made here. */
export const ADDRESS_HEADER = 'x-parley-address'

export const headersOf = ({ address, userAgent, cookies }: Visitor): Headers =>
  new Headers({ cookie: cookies, 'user-agent': userAgent, [ADDRESS_HEADER]: address })

const isHttps = (): boolean => siteUrl().startsWith('https:')

/** __Host-: a browser takes it over https only, for this host alone, so that no neighbour under the same domain can plant one. */
export const cookieName = (name: 'session' | 'second-step' | 'device'): string =>
  `${isHttps() ? '__Host-' : ''}parley-${name}`

export const cookieAttributes = () => ({ httpOnly: true, secure: isHttps(), sameSite: 'lax' as const, path: '/' })

export function cookieOf({ cookies }: Visitor, name: string): string | null {
  for (const pair of cookies.split(';')) {
    const [key, value] = pair.trim().split('=', 2)
    if (key === name) return value ?? null
  }
  return null
}
