import type { IncomingMessage } from 'node:http'
import { siteUrl } from '@/lib/site-url'
import { METHODS, PROBLEM_TYPE, problemOf, READABLE_ANYWHERE } from './problem'
import { isSameOrigin } from './same-origin'

export type Refusal = { status: number; headers: Record<string, string>; text: string }

/** What programs read: the interface, feeds, citations. */
const DATA = /^\/(api|feeds)\/|\/cite\.[a-z.]+(\?|$)/

/** In characters. No address of ours is half as long; a redirect would give a longer one back several times over, in headers that no program reads. */
const LONGEST_ADDRESS = 4_000

/** What a server behind us would resolve into another address than the one that we have judged. Browsers resolve it before they ask. */
const RESOLVES = /[/\\](\.|%2e){1,2}([/\\?#]|$)/i

const DESK = /^\/desk(\/|\?|$)/
const LARGEST_ACTION = 256 * 1024
/** Where articles are brought: a file of 5 MB, or a text as long as one that is stored. */
const BRINGS_ARTICLES = /^\/desk\/sources\/[^/]+$/
const LARGEST_ARTICLE = 6 * 1024 * 1024
/** A table of 8 MB, with what a form puts around it. */
const BRINGS_TABLES = /^\/desk\/imports$/
const LARGEST_TABLE = 9 * 1024 * 1024

/** Where scripts file with a token (lib/http/interface/filings.ts), and how much they may send at once. */
const FILED: Record<string, number> = {
  '/api/v1/sources': 4 * 1024 * 1024,
  '/api/v1/entries': 256 * 1024,
  '/api/v1/import': 8 * 1024 * 1024,
}

const pathOf = (req: IncomingMessage): string => (req.url ?? '').split('?')[0] as string
const isFiled = (req: IncomingMessage): boolean => req.method === 'POST' && Object.hasOwn(FILED, pathOf(req))

export const isData = (url: string): boolean => DATA.test(url)

/**
 * What is turned away before Next sees it. Public pages only read: they need no POST and no Server Action, and the
 * holes in React's decoding of actions (CVE-2025-55182 and its kin) lie behind just those.
 */
export function refusalOf(req: IncomingMessage): Refusal | null {
  if ((req.url ?? '').length > LONGEST_ADDRESS)
    return refuse(req, 414, `This address is longer than ${LONGEST_ADDRESS.toLocaleString('en-GB')} characters.`, {})
  const [path = ''] = (req.url ?? '/').split('?')
  if (!path.startsWith('/') || RESOLVES.test(path))
    return refuse(
      req,
      400,
      'This address cannot be read: write it from its first “/”, without “.” and “..” as parts.',
      {},
    )
  if (req.method === 'POST' && DESK.test(req.url ?? '')) return refusalOfAction(req)
  if (isFiled(req)) return refusalOfFiling(req)
  const data = isData(req.url ?? '')
  const readable = req.method === 'GET' || req.method === 'HEAD' || (data && req.method === 'OPTIONS')
  const allow = data ? METHODS : 'GET, HEAD'
  if (!readable) return refuse(req, 405, `Only ${allow} are answered here.`, { allow })
  if (req.headers['next-action'] !== undefined) return refuse(req, 405, 'There are no actions here.', { allow })
  if (!isReadable(req.url ?? '/'))
    return refuse(req, 400, 'This address cannot be read: it holds bytes that are no text.', {})
  return null
}

/** The desk writes by Server Actions: sent by a page of ours, and small. */
function refusalOfAction(req: IncomingMessage): Refusal | null {
  if (!isReadable(req.url ?? '/')) return refuse(req, 400, 'This address cannot be read.', {})
  if (!isSameOrigin(req.headers, siteUrl())) return refuse(req, 403, 'This was not sent by a page of this site.', {})
  const length = req.headers['content-length']
  if (length === undefined) return refuse(req, 411, 'Say how long the body is.', {})
  const path = pathOf(req)
  const largest = BRINGS_ARTICLES.test(path)
    ? LARGEST_ARTICLE
    : BRINGS_TABLES.test(path)
      ? LARGEST_TABLE
      : LARGEST_ACTION
  if (Number(length) > largest)
    return refuse(req, 413, `More than ${largest / 1024} kB is not taken here.`, { connection: 'close' })
  return null
}

/** A script shows a token; a page of another site has none, and cookies are not looked at. Actions of React have no business here. */
function refusalOfFiling(req: IncomingMessage): Refusal | null {
  const largest = FILED[pathOf(req)] as number
  if (req.headers['next-action'] !== undefined) return refuse(req, 405, 'There are no actions here.', {})
  const length = req.headers['content-length']
  if (length === undefined) return refuse(req, 411, 'Say how long the body is.', { connection: 'close' })
  if (Number(length) > largest)
    return refuse(req, 413, `More than ${largest / 1024} kB is not taken here.`, { connection: 'close' })
  return null
}

/** Whether the path of an address is text: percent-encoded UTF-8 without a zero byte, which no database takes. */
function isReadable(url: string): boolean {
  try {
    return !decodeURIComponent(url.split('?')[0] as string).includes('\0')
  } catch {
    return false
  }
}

/** In the form that the address speaks: a problem where programs read, else a line of text. */
export function refuse(req: IncomingMessage, status: number, text: string, headers: Record<string, string>): Refusal {
  if (!isData(req.url ?? '')) return { status, headers, text }
  return {
    status,
    // Reading is for any site, filing for none.
    headers: { ...headers, ...(isFiled(req) ? {} : READABLE_ANYWHERE), 'content-type': PROBLEM_TYPE },
    text: JSON.stringify(problemOf(status, text)),
  }
}
