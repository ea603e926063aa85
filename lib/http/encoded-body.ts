import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { policyForPage } from './security-headers'

export type Encoding = 'br' | 'gzip'

/** What is known about one body: kept by content, so a cached page is hashed and compressed once. */
export type KnownBody = {
  etag: string
  policy: string | null
  /** The status that the page itself asks for; null for most. */
  status: number | null
  encoded: Map<Encoding, Promise<Buffer>>
  bytes: number
}

const LIMIT = 32 * 1024 * 1024
const SMALLEST = 900 // below about one packet compression gains nothing
const OVERHEAD = 2_000
// A page made by Next can have no status but 200 and 404. The one of something withdrawn says so in its head; text on a page
// cannot: there "<" is always written as an escape.
const GONE = '<meta name="parley-status" content="410"/>'
const known = new Map<string, KnownBody>()
let total = 0

/** Looks the body up by its hash. `page` means that it is HTML and gets a policy with the hashes of its scripts. */
export function knowBody(body: Buffer, page: boolean): KnownBody {
  const hash = createHash('sha256').update(body).digest('base64url').slice(0, 27)
  const key = page ? `page ${hash}` : hash
  const found = known.get(key)
  // The tag is weak, since the same page goes out in several encodings.
  const entry = found ?? {
    etag: `W/"${hash}"`,
    policy: page ? policyForPage(body.toString()) : null,
    status: page && body.includes(GONE) ? 410 : null,
    encoded: new Map(),
    bytes: 0,
  }
  known.delete(key) // and in again behind the others: a Map keeps the order, so the front is what was not used for longest
  known.set(key, entry)
  if (!found) grow(entry, OVERHEAD)
  return entry
}

/** The best encoding that the client takes and that is worth while for this body. */
export function chooseEncoding(accepted: string | undefined, size: number): Encoding | null {
  if (size < SMALLEST || !accepted) return null
  const takes = new Set(
    accepted
      .toLowerCase()
      .split(',')
      .map((part) => part.split(';').map((piece) => piece.trim()))
      .filter(([, weight]) => !/^q=0(\.0*)?$/.test(weight ?? ''))
      .map(([name]) => name),
  )
  return takes.has('br') ? 'br' : takes.has('gzip') ? 'gzip' : null
}

/** Whether a condition of the client (If-None-Match) names this tag: then it has the body already. */
export function sameTag(asked: string | undefined, ours: string): boolean {
  const bare = (tag: string) => tag.trim().replace(/^W\//, '')
  return asked !== undefined && (asked.trim() === '*' || asked.split(',').some((tag) => bare(tag) === bare(ours)))
}

/** The body in that encoding, made at the first request for it. `immutable` files are asked for long enough to be squeezed harder. */
export function encode(entry: KnownBody, body: Buffer, encoding: Encoding, immutable: boolean): Promise<Buffer> {
  let made = entry.encoded.get(encoding)
  if (!made) {
    made = compress(body, encoding, immutable)
    entry.encoded.set(encoding, made)
    made.then(
      (result) => grow(entry, result.byteLength),
      () => entry.encoded.delete(encoding),
    )
  }
  return made
}

const brotli = promisify(brotliCompress)
const zip = promisify<Buffer, { level: number }, Buffer>(gzip)

function compress(body: Buffer, encoding: Encoding, immutable: boolean): Promise<Buffer> {
  if (encoding === 'gzip') return zip(body, { level: immutable ? 9 : 6 })
  const quality = immutable ? 10 : 5
  return brotli(body, {
    params: { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: body.length },
  })
}

function grow(entry: KnownBody, bytes: number): void {
  entry.bytes += bytes
  total += bytes
  for (const [key, oldest] of known) {
    if (total <= LIMIT) break
    known.delete(key)
    total -= oldest.bytes
  }
}
