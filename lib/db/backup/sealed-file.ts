import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import { OperatorError } from '@/lib/operator-error'

// A gzip file with one line behind it, which holds the hash of all the bytes before. gunzip reads it too, and mentions the rest.
const sealOf = (hash: string) => `\nparley-backup sha256 ${hash}\n`
const SEAL_LENGTH = sealOf('0'.repeat(64)).length

/** Writes the file whole or not at all, readable by its owner alone: it holds what is not published. */
export async function writeSealed(file: string, content: AsyncIterable<Uint8Array | string>): Promise<void> {
  const part = `${file}.${process.pid}.part`
  const hash = createHash('sha256')
  async function* hashed(source: AsyncIterable<Buffer>) {
    for await (const chunk of source) {
      hash.update(chunk)
      yield chunk
    }
    yield sealOf(hash.digest('hex'))
  }
  try {
    await pipeline(content, createGzip(), hashed, createWriteStream(part, { mode: 0o600, flags: 'wx' }))
    const written = await open(part)
    await written.sync()
    await written.close()
    await rename(part, file)
  } catch (error) {
    await rm(part, { force: true })
    throw error
  }
}

/** Throws unless every byte of the file is as it was written. */
export async function checkSeal(file: string): Promise<void> {
  for await (const _ of sealedBytes(file));
}

/** Hands the content to `read`, which has to read to its end. The seal is checked on the way again, in case the file changes meanwhile. */
export async function readSealed<T>(file: string, read: (content: AsyncIterable<Buffer>) => Promise<T>): Promise<T> {
  return pipeline(sealedBytes(file), createGunzip(), read)
}

async function* sealedBytes(file: string): AsyncGenerator<Buffer> {
  const { size, seal } = await readEnd(file)
  const hash = createHash('sha256')
  if (size > 0)
    for await (const chunk of createReadStream(file, { end: size - 1 })) {
      hash.update(chunk)
      yield chunk
    }
  if (size > 0 && seal === sealOf(hash.digest('hex'))) return
  throw new OperatorError(
    `${file} is no backup of Parley, or was cut short or changed after it was made: its hash does not fit. Nothing was written.\n` +
      'Fetch it again from where it is kept, or take an older one.',
  )
}

async function readEnd(file: string): Promise<{ size: number; seal: string }> {
  const handle = await open(file).catch(() => {
    throw new OperatorError(`There is no readable file ${file}.`)
  })
  try {
    const size = Math.max(0, (await handle.stat()).size - SEAL_LENGTH)
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(SEAL_LENGTH), 0, SEAL_LENGTH, size)
    return { size, seal: buffer.toString('latin1', 0, bytesRead) }
  } finally {
    await handle.close()
  }
}
