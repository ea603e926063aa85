import 'server-only'
import { charsetOf } from '@/lib/document/decode'
import { readDocument } from '@/lib/document/read-document'
import { kindOf, type Reading, UnreadableDocument } from '@/lib/document/reading'
import { DomainError } from '@/lib/domain/error'
import { type Fetched, FetchFailure, safeFetch } from '@/lib/net/safe-fetch'
import { siteUrl } from '@/lib/site-url'

export type FetchPage = (address: string) => Promise<Fetched>
export const fetchPage: FetchPage = (address) => safeFetch(address, siteUrl())

/** The article at an address, read. INVALID, with what to do, when it cannot be fetched or read. */
export async function readAddress(address: string, fetch: FetchPage): Promise<Reading & { fetchedUrl: string }> {
  return inWords('url', async () => {
    const { url, contentType, bytes } = await fetch(address)
    const kind = kindOf(bytes, contentType, new URL(url).pathname)
    return { ...(await readDocument({ bytes, kind, charset: charsetOf(contentType), url })), fetchedUrl: url }
  })
}

export async function readFile({
  name,
  type,
  bytes,
}: {
  name: string
  type: string
  bytes: Uint8Array
}): Promise<Reading> {
  return inWords('file', () => readDocument({ bytes, kind: kindOf(bytes, type, name), charset: '', url: '' }))
}

async function inWords<Result>(at: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof FetchFailure || error instanceof UnreadableDocument)
      throw new DomainError('INVALID', error.message, [{ at, text: error.message }])
    throw error
  }
}
