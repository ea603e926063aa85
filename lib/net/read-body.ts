import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import zlib from 'node:zlib'

const DECODERS: Record<string, () => NodeJS.ReadWriteStream> = {
  gzip: () => zlib.createGunzip(),
  'x-gzip': () => zlib.createGunzip(),
  deflate: () => zlib.createInflate(),
  br: () => zlib.createBrotliDecompress(),
}

/** A whole answer, unpacked. Stops at `largest` bytes of what comes out, so that a small answer cannot unpack into all our memory. */
export async function readBody(
  body: Readable,
  encoding: string,
  largest: number,
  signal: AbortSignal,
): Promise<Buffer> {
  const names = encoding
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name && name !== 'identity')
  // Each layer could blow up the next one; honest servers use one.
  if (names.length > 1 || names.some((name) => !DECODERS[name]))
    throw coded('EENCODING', 'packed in a way that is not read')
  const chunks: Buffer[] = []
  let size = 0
  const collect = async (parts: AsyncIterable<Buffer>) => {
    for await (const chunk of parts) {
      size += chunk.length
      if (size > largest) throw coded('ETOOBIG', 'too large')
      chunks.push(chunk)
    }
  }
  const decoder = names[0] ? DECODERS[names[0]]?.() : undefined
  if (decoder) await pipeline(body, decoder, collect as never, { signal })
  else await pipeline(body, collect as never, { signal })
  return Buffer.concat(chunks)
}

const coded = (code: string, message: string) => Object.assign(new Error(message), { code })
