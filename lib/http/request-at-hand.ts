import { AsyncLocalStorage } from 'node:async_hooks'
import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

/** What is known of one request while it is answered. */
export type RequestAtHand = {
  /** The number that a reader can name to us, on the answer, in the log and with every error. */
  id: string
  /** The version of the record at which it began. A page is never newer than that. */
  version: string
  /** The record was found to be away: a page of an older version is better than none. */
  takesOld: boolean
  /** Reading the record failed because the database is away; the fault is not in what was asked, nor in our code. */
  away: boolean
  /** What the page cache had; null when it was not asked. */
  cache: 'hit' | 'old' | 'miss' | null
  /** One too many from its address. */
  limited: boolean
}

// On globalThis, because Next loads the page cache, the routes and instrumentation.ts apart from this module.
const kept = globalThis as typeof globalThis & { parleyRequest?: AsyncLocalStorage<RequestAtHand> }

kept.parleyRequest ??= new AsyncLocalStorage()

export const requestAtHand: AsyncLocalStorage<RequestAtHand> = kept.parleyRequest

const NUMBER = /^[\w-]{8,64}$/

/** A number given by a proxy that we trust is kept, so that its log and ours can be laid side by side. */
export function beginRequest(req: Pick<IncomingMessage, 'headers'>, proxies: number, version: string): RequestAtHand {
  const given = req.headers['x-request-id']
  const id = proxies > 0 && typeof given === 'string' && NUMBER.test(given) ? given : randomUUID()
  return { id, version, takesOld: false, away: false, cache: null, limited: false }
}

/** For an error that is told to a reader; a number of its own where there is no server, as in a test of one route. */
export const numberAtHand = (): string => requestAtHand.getStore()?.id ?? randomUUID()
