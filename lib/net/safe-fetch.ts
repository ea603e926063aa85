import type { Readable } from 'node:stream'
import { Agent, request } from 'undici'
import { guardedLookup, NotPublicError, type Resolve } from './guarded-lookup'
import { isPublicAddress } from './public-address'
import { readBody } from './read-body'

export const LARGEST_BYTES = 5_000_000
const LONGEST_MS = 10_000
const MOST_REDIRECTS = 3

export type Fetched = {
  /** Where the content was found, after redirects. */
  url: string
  /** As the server names it; empty when it does not. */
  contentType: string
  bytes: Buffer
}

/** Why nothing was fetched, in words for the person who gave the address. */
export class FetchFailure extends Error {}

export type Guard = {
  isPublic: (address: string) => boolean
  /** Ports that may be connected to. */
  mayConnect: (port: number) => boolean
  resolve?: Resolve
  longestMs: number
  largestBytes: number
}

const GUARD: Guard = {
  isPublic: isPublicAddress,
  mayConnect: (port) => port === 80 || port === 443,
  longestMs: LONGEST_MS,
  largestBytes: LARGEST_BYTES,
}

/**
 * What stands at a web address that somebody typed. Only http and https, only public addresses (looked at when connecting, at every redirect),
 * no cookies, no passwords, no proxy, not more than 5 MB and not longer than 10 s in all. Throws FetchFailure with what to tell the person.
 */
export async function safeFetch(address: string, siteUrl: string, change: Partial<Guard> = {}): Promise<Fetched> {
  const guard = { ...GUARD, ...change }
  const signal = AbortSignal.timeout(guard.longestMs)
  const agent = new Agent({
    connect: { lookup: guardedLookup(guard.isPublic, guard.resolve), timeout: guard.longestMs },
    maxResponseSize: guard.largestBytes,
    connections: 1,
    pipelining: 0,
  })
  try {
    let url = checkedAddress(address, guard)
    for (let redirects = 0; ; redirects++) {
      const response = await request(url, {
        dispatcher: agent,
        signal,
        headers: {
          'user-agent': `Parley (${siteUrl}; adds an article to its sources at a person's request)`,
          accept: 'text/html, application/xhtml+xml, text/plain, application/pdf',
          'accept-encoding': 'gzip, deflate, br',
        },
      })
      const location = response.headers.location
      if (response.statusCode >= 300 && response.statusCode < 400 && location !== undefined) {
        drop(response.body)
        if (redirects === MOST_REDIRECTS)
          throw new FetchFailure('The address leads from one page to the next without end.')
        url = checkedAddress(String(location), guard, url)
        continue
      }
      if (response.statusCode !== 200) {
        drop(response.body)
        throw new FetchFailure(`The publisher’s server answered ${response.statusCode}.`)
      }
      return {
        url: url.href,
        contentType: String(response.headers['content-type'] ?? ''),
        bytes: await readBody(
          response.body,
          String(response.headers['content-encoding'] ?? ''),
          guard.largestBytes,
          signal,
        ),
      }
    }
  } catch (error) {
    throw failureOf(error)
  } finally {
    await agent.destroy()
  }
}

/** Lets go of an answer that is not read. Its end is then an error, which without a listener would end the process. */
const drop = (body: Readable) => void body.on('error', () => {}).destroy()

/** The WHATWG parser has turned octal, hexadecimal, short and full-width forms of an IP address into plain ones by the time it is looked at. */
function checkedAddress(text: string, guard: Guard, base?: URL): URL {
  if (!URL.canParse(text, base)) throw new FetchFailure('This is not a web address.')
  const url = new URL(text, base)
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    throw new FetchFailure('Only addresses that begin with https:// or http:// are fetched.')
  if (url.username || url.password) throw new FetchFailure('The address holds a name or password.')
  const port = Number(url.port) || (url.protocol === 'https:' ? 443 : 80)
  if (!guard.mayConnect(port)) throw new FetchFailure(`Port ${port} is not one that articles are published on.`)
  // An address in digits is connected to without a look-up.
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const isLiteral = host.includes(':') || /^[\d.]+$/.test(host)
  if (isLiteral && !guard.isPublic(host)) throw new FetchFailure(NOT_PUBLIC)
  url.hash = ''
  return url
}

const NOT_PUBLIC = 'This address is not on the public internet.'

function failureOf(error: unknown): Error {
  if (error instanceof FetchFailure) return error
  if (error instanceof NotPublicError) return new FetchFailure(NOT_PUBLIC)
  const { name, code } = error as { name?: string; code?: string }
  if (name === 'TimeoutError' || name === 'AbortError' || /TIMEOUT/.test(code ?? ''))
    return new FetchFailure('The publisher’s server took too long to answer.')
  if (code === 'UND_ERR_RES_EXCEEDED_MAX_SIZE' || code === 'ETOOBIG')
    return new FetchFailure('The page is larger than 5 MB.')
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return new FetchFailure('No server was found under this name.')
  return new FetchFailure(`The page could not be fetched (${code ?? name ?? 'unknown'}).`)
}
