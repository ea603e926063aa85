import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { createGzip } from 'node:zlib'
import { EMBED_HEADERS, isEmbed, toEmbedPage } from './embed-page'
import { chooseEncoding, encode, knowBody, sameTag } from './encoded-body'
import { type Asked, keepAnswer } from './kept-answers'
import { fillNotFound } from './not-found-page'
import { POLICY_FOR_FILES } from './security-headers'

const COMPRESSIBLE = /^(text\/|application\/(json|javascript|xml|[\w.-]+\+(json|xml)|manifest\+json)|image\/svg\+xml)/
/** A longer body (an export) is compressed as it flows, and nothing of it is kept. Pages are always taken whole: their scripts must be hashed. */
const LARGEST_WHOLE = 2 * 1024 * 1024

/**
 * Stands between Next and the socket: adds the headers for safety, the policy with the hashes of a page's scripts, an ETag, and
 * compression. Next goes on calling writeHead, write and end; what it writes is held back until it is whole.
 * `url`: the address as the reader asked for it, with its query. `mend` is asked about a failure (5xx), of which nothing has left yet: what it returns answers anew.
 */
export function finishResponse(
  req: IncomingMessage,
  res: ServerResponse,
  headers: Record<string, string>,
  mend: () => (() => void) | null,
  url = req.url ?? '',
): void {
  const raw = {
    writeHead: res.writeHead.bind(res),
    write: res.write.bind(res),
    end: res.end.bind(res),
  } as unknown as Raw
  // As they came: Next changes the request while it answers.
  const asked = { url: req.url ?? '', headers: { ...req.headers } }
  const chunks: Buffer[] = []
  let held = 0
  let way: 'open' | 'hold' | 'pass' | 'flow' = 'open'
  let flow: ReturnType<typeof createGzip> | null = null

  const decide = (): typeof way => {
    if (way !== 'open') return way
    for (const [name, value] of Object.entries(headers)) if (!res.hasHeader(name)) res.setHeader(name, value)
    keepQuery(url, res)
    // An answer for an unlimited time to shared caches would outlive the next publication, which cannot call it back.
    if (String(res.getHeader('cache-control')).startsWith('s-maxage'))
      res.setHeader('cache-control', 'public, max-age=0, must-revalidate')
    const type = String(res.getHeader('content-type') ?? '')
    const whole = ![204, 206, 304].includes(res.statusCode) && !res.hasHeader('content-encoding')
    // A page that brings its own policy (with a nonce) was made for one reader, and streams.
    way =
      res.statusCode >= 500 ||
      (whole &&
        COMPRESSIBLE.test(type) &&
        type !== 'text/event-stream' &&
        !(isPage() && res.hasHeader('content-security-policy')))
        ? 'hold'
        : 'pass'
    if (!isPage() && !res.hasHeader('content-security-policy'))
      res.setHeader('content-security-policy', POLICY_FOR_FILES)
    return way
  }
  const isPage = () => String(res.getHeader('content-type') ?? '').startsWith('text/html')

  const startFlow = (): void => {
    way = 'flow'
    res.removeHeader('content-length')
    res.removeHeader('accept-ranges')
    vary(res)
    res.setHeader('content-encoding', 'gzip')
    raw.writeHead(res.statusCode)
    const stream = createGzip()
    stream.on('data', (chunk) => {
      if (raw.write(chunk)) return
      stream.pause()
      res.once('drain', () => stream.resume())
    })
    stream.on('drain', () => res.emit('drain'))
    stream.on('end', () => raw.end())
    res.on('close', () => stream.destroy())
    stream.on('error', () => res.destroy())
    for (const chunk of chunks.splice(0)) stream.write(chunk)
    flow = stream
  }

  const startOver = (): void => {
    for (const name of res.getHeaderNames()) res.removeHeader(name)
    res.statusCode = 200
    chunks.length = 0
    held = 0
    way = 'open'
  }

  res.flushHeaders = () => {
    if (decide() === 'pass') raw.writeHead(res.statusCode)
  }
  res.writeHead = ((status: number, ...rest: unknown[]) => {
    res.statusCode = status
    for (const given of rest) if (given && typeof given === 'object') setAll(res, given as OutgoingHttpHeaders)
    if (decide() === 'pass') raw.writeHead(status)
    return res
  }) as typeof res.writeHead
  res.write = ((chunk: string | Uint8Array, ...rest: unknown[]) => {
    if (decide() === 'pass') return raw.write(chunk, ...rest)
    const callback = rest.find((one) => typeof one === 'function') as ((error?: Error) => void) | undefined
    const bytes = toBuffer(chunk, rest[0])
    if (flow) return flow.write(bytes, () => callback?.())
    chunks.push(bytes)
    held += bytes.length
    if (
      held > LARGEST_WHOLE &&
      res.statusCode < 500 &&
      !isPage() &&
      chooseEncoding(req.headers['accept-encoding'], held)
    )
      startFlow()
    callback?.()
    return true
  }) as typeof res.write
  res.end = ((...args: unknown[]) => {
    if (decide() === 'pass') {
      raw.end(...args)
      return res
    }
    const callback = args.find((one) => typeof one === 'function') as (() => void) | undefined
    if (callback) res.once('finish', callback)
    const anew = res.statusCode >= 500 ? mend() : null
    if (anew) {
      startOver()
      anew()
      return res
    }
    const last = typeof args[0] === 'string' || args[0] instanceof Uint8Array ? toBuffer(args[0], args[1]) : null
    if (flow) {
      flow.end(last ?? undefined)
      return res
    }
    if (last) chunks.push(last)
    way = 'pass'
    sendWhole(req, asked, res, raw, Buffer.concat(chunks), isPage()).catch(() => res.destroy())
    return res
  }) as typeof res.end
}

type Raw = {
  writeHead: (status: number) => void
  write: (...args: unknown[]) => boolean
  end: (...args: unknown[]) => void
}

async function sendWhole(
  req: IncomingMessage,
  asked: Asked,
  res: ServerResponse,
  raw: Raw,
  made: Buffer,
  page: boolean,
): Promise<void> {
  const embed = page && isEmbed(req.url ?? '')
  const filled = page && res.statusCode === 404 ? fillNotFound(made) : made
  const body = embed ? Buffer.from(toEmbedPage(filled.toString())) : filled
  const entry = knowBody(body, page)
  if (entry.policy) res.setHeader('content-security-policy', entry.policy)
  if (embed) {
    for (const [name, value] of Object.entries(EMBED_HEADERS)) res.setHeader(name, value)
    res.removeHeader('x-frame-options')
  }
  if (entry.status && res.statusCode === 200) res.statusCode = entry.status
  if (res.statusCode === 200 && !res.hasHeader('etag')) res.setHeader('etag', entry.etag)
  vary(res)
  res.removeHeader('accept-ranges')
  keepAnswer(asked, res, body, entry)
  if (res.statusCode === 200 && sameTag(req.headers['if-none-match'], String(res.getHeader('etag')))) {
    for (const name of ['content-length', 'content-type']) res.removeHeader(name)
    raw.writeHead(304)
    return raw.end()
  }
  const encoding = chooseEncoding(req.headers['accept-encoding'], body.length)
  const immutable = String(res.getHeader('cache-control')).includes('immutable')
  const sent = encoding ? await encode(entry, body, encoding, immutable) : body
  if (encoding) res.setHeader('content-encoding', encoding)
  res.setHeader('content-length', sent.byteLength)
  raw.writeHead(res.statusCode)
  raw.end(sent)
}

function vary(res: ServerResponse): void {
  const present = [res.getHeader('vary') ?? []].flat().join(', ')
  if (!/accept-encoding/i.test(present))
    res.setHeader('vary', present ? `${present}, Accept-Encoding` : 'Accept-Encoding')
}

function setAll(res: ServerResponse, given: OutgoingHttpHeaders | unknown[]): void {
  if (Array.isArray(given))
    for (let i = 0; i < given.length; i += 2) res.setHeader(String(given[i]), given[i + 1] as string)
  else for (const [name, value] of Object.entries(given)) if (value !== undefined) res.setHeader(name, value)
}

function toBuffer(chunk: string | Uint8Array, encoding: unknown): Buffer {
  return typeof chunk === 'string'
    ? Buffer.from(chunk, typeof encoding === 'string' ? (encoding as BufferEncoding) : 'utf8')
    : Buffer.from(chunk)
}

/**
 * A page is made without its query (decision 0012), and so is the place that it leads on to: what a reader chose goes along. Of a redirect
 * that it kept, Next 16.4.5 names the place twice.
 */
function keepQuery(url: string, res: ServerResponse): void {
  const said = res.getHeader('location')
  const to = Array.isArray(said) ? said[0] : said
  if (![307, 308].includes(res.statusCode) || typeof to !== 'string' || /^\/desk(\/|\?|$)/.test(url)) return
  const query = url.indexOf('?')
  const takesIt = to.startsWith('/') && !to.includes('?') && query >= 0
  res.setHeader('location', takesIt ? to + url.slice(query) : to)
}
