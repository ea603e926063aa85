import 'server-only'
import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'

const zip = promisify<Uint8Array, Buffer>(gzip)
const unzip = promisify<Uint8Array, { maxOutputLength: number }, Buffer>(gunzip)
// More than any import or its report can be; what is unpacked was packed by ourselves.
const LARGEST = 256 * 1024 * 1024

/** Off the thread that answers requests. */
export const pack = async (text: string): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await zip(Buffer.from(text)))

export const unpack = async (bytes: Uint8Array): Promise<string> =>
  (await unzip(bytes, { maxOutputLength: LARGEST })).toString()
