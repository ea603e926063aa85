import type { IncomingHttpHeaders, IncomingMessage, OutgoingHttpHeader, ServerResponse } from 'node:http'
import { chooseEncoding, encode, type KnownBody, sameTag } from './encoded-body'
import { currentVersion, recordVersion } from './record-version'
import { requestAtHand } from './request-at-hand'

/** An answer made from the page cache, whole: sent again as it is to whoever asks for the same address, until the record changes. */
type Kept = {
  version: string
  status: number
  etag: string
  headers: [name: string, value: OutgoingHttpHeader][]
  varies: string[]
  body: Buffer
  known: KnownBody
  bytes: number
}

/** Three quarters of what the page cache may have (cache-handler.mjs): an operator who is short of memory says so once. */
const LIMIT = Number(process.env.PAGE_CACHE_MB || 64) * 0.75 * 1024 * 1024
/** Headers by which Next is asked for something other than the page of the address. */
const ASIDE = ['rsc', 'x-nextjs-data', 'x-prerender-revalidate', 'range']
/** What belongs to one answer alone. */
const OF_ONE = /^(content-length|content-encoding|date|connection|keep-alive|x-request-id)$/i

const kept = new Map<string, Kept>()
let total = 0

/** A request as it came. Next takes the headers by which it is asked for a part of a page out of its own. */
export type Asked = { url: string; headers: IncomingHttpHeaders }

/** Keeps an answer about to be sent, if it came out of the page cache and is the same for everybody. */
export function keepAnswer(asked: Asked, res: ServerResponse, body: Buffer, known: KnownBody): void {
  const request = requestAtHand.getStore()
  if (
    request?.cache !== 'hit' ||
    !recordVersion.reachable ||
    res.getHeader('x-nextjs-cache') !== 'HIT' ||
    res.hasHeader('set-cookie') ||
    // What a reader chose goes along to the place that is named there.
    res.hasHeader('location')
  )
    return
  // The version at which the request began: a page is never newer than that.
  const { version } = request
  const varies = String(res.getHeader('vary') ?? '')
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== 'accept-encoding')
  if (asksAside(asked.headers, varies)) return
  const headers = Object.entries(res.getHeaders()).flatMap(([name, value]): Kept['headers'] =>
    value === undefined || OF_ONE.test(name) ? [] : [[name, value]],
  )
  // With its compressed forms, which are smaller, together, than half of it.
  const bytes = body.length * 1.5 + 4_000
  if (bytes > LIMIT / 4) return
  forget(asked.url)
  const etag = String(res.getHeader('etag'))
  kept.set(asked.url, { version, status: res.statusCode, etag, headers, varies, body, known, bytes })
  total += bytes
  for (const oldest of kept.keys()) {
    if (total <= LIMIT) break
    forget(oldest)
  }
}

/** Sends the kept answer for this address, if there is one that is as new as the record; false when it has to be made. */
export function answerFromKept(req: IncomingMessage, res: ServerResponse): boolean {
  const url = req.url ?? ''
  const answer = req.method === 'GET' || req.method === 'HEAD' ? kept.get(url) : undefined
  if (!answer || asksAside(req.headers, answer.varies)) return false
  // While the database is away an old page is better than none, as in the page cache.
  if (answer.version !== currentVersion() && recordVersion.reachable) {
    forget(url)
    return false
  }
  kept.delete(url) // and in again behind the others: the front is what was not used for longest
  kept.set(url, answer)
  send(req, res, answer).catch(() => res.destroy())
  return true
}

async function send(req: IncomingMessage, res: ServerResponse, answer: Kept): Promise<void> {
  const { status, etag, headers, body, known } = answer
  if (status === 200 && sameTag(req.headers['if-none-match'], etag)) {
    res.writeHead(304, Object.fromEntries(headers.filter(([name]) => name !== 'content-type')))
    res.end()
    return
  }
  const encoding = chooseEncoding(req.headers['accept-encoding'], body.length)
  const sent = encoding ? await encode(known, body, encoding, false) : body
  for (const [name, value] of headers) res.setHeader(name, value)
  if (encoding) res.setHeader('content-encoding', encoding)
  res.setHeader('content-length', sent.byteLength)
  res.writeHead(status)
  res.end(sent)
}

const asksAside = (headers: IncomingHttpHeaders, varies: string[]): boolean =>
  [...ASIDE, ...varies].some((name) => headers[name] !== undefined)

function forget(url: string): void {
  total -= kept.get(url)?.bytes ?? 0
  kept.delete(url)
}
