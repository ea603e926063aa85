// Where somebody wanted to go who was asked to sign in first. Pure.

const LONGEST = 2_000
const HOME = 'https://parley.example.org'
const DESK = /^\/desk(\/|$)/
/** Pages for those who are not signed in, some of which hold a link that works once. */
const BEFORE_SIGN_IN = /^\/desk\/(sign-in|accept|reset)(\/|$)/

/**
 * The page of the desk that is meant, as a browser would read it; null for everything else. What stands in an address anybody may have
 * written, so it leads to this site’s desk or is forgotten: "//host" and "/\host" are other sites, and "/desk/../x" is no page of the desk.
 */
export function returnAddressOf(given: unknown): string | null {
  if (typeof given !== 'string' || given.length > LONGEST) return null
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a browser drops these from an address before it reads it
  if (!DESK.test(given.split(/[?#]/)[0] as string) || /[\\\u0000-\u0020\u007F]/.test(given)) return null
  if (!URL.canParse(given, HOME)) return null
  const { origin, pathname, search, searchParams } = new URL(given, HOME)
  if (origin !== HOME || !DESK.test(pathname) || BEFORE_SIGN_IN.test(pathname) || pathname.includes('//')) return null
  if (!searchParams.has('_rsc')) return pathname + search
  // Next asks under this name for a part of a page; a person wants the page.
  searchParams.delete('_rsc')
  return pathname + (searchParams.size > 0 ? `?${searchParams}` : '')
}

/** The page to sign in on, which knows the way back. */
export function signInAddress(given: unknown): string {
  const to = returnAddressOf(given)
  return to === null || to === '/desk' ? '/desk/sign-in' : `/desk/sign-in?to=${encodeURIComponent(to)}`
}
