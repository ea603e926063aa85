import 'server-only'
import { unstable_rethrow } from 'next/navigation'
import { isDatabaseAway } from '@/lib/db/away'
import { findPresentAddress } from '@/lib/domain/address/queries'
import { DomainError, type ErrorCode } from '@/lib/domain/error'
import { AWAY, METHODS, PROBLEM_TYPE, problemOf, READABLE_ANYWHERE } from './problem'
import { numberAtHand } from './request-at-hand'

export const STATUS: Record<ErrorCode, number> = {
  INVALID: 400,
  SIGNED_OUT: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  GONE: 410,
  BUSY: 429,
}

// Short, since nothing can call an answer back from a cache; the ETag makes asking again cheap.
const FRESH = 'public, max-age=10, stale-while-revalidate=60'

type Handler<Context> = (request: Request, context: Context) => Promise<Response>

/** The edge: what a route answers, with the headers for reading from anywhere, and every error in words (RFC 9457). */
export function answering<Context>(work: Handler<Context>): { GET: Handler<Context>; OPTIONS: () => Response } {
  return {
    GET: async (request, context) => {
      try {
        const response = await work(request, context)
        for (const [name, value] of Object.entries(READABLE_ANYWHERE)) response.headers.set(name, value)
        if (!response.headers.has('cache-control')) response.headers.set('cache-control', FRESH)
        return response
      } catch (error) {
        unstable_rethrow(error)
        return (await movedTo(request, error)) ?? refuse(error)
      }
    },
    OPTIONS: () =>
      new Response(null, {
        status: 204,
        headers: {
          ...READABLE_ANYWHERE,
          allow: METHODS,
          'access-control-allow-methods': METHODS,
          'access-control-allow-headers': 'if-none-match',
          'access-control-max-age': '86400',
        },
      }),
  }
}

/** What is not there under one of its names is shown under the one that it has now. */
async function movedTo(request: Request, error: unknown): Promise<Response | null> {
  if (!(error instanceof DomainError) || (error.code !== 'NOT_FOUND' && error.code !== 'INVALID')) return null
  const { pathname, search } = new URL(request.url)
  const present = await findPresentAddress(`${pathname}${search}`).catch(() => null)
  if (!present) return null
  const headers = { ...READABLE_ANYWHERE, location: present, 'cache-control': FRESH }
  return new Response(null, { status: 308, headers })
}

function refuse(error: unknown): Response {
  if (error instanceof DomainError) return problem(STATUS[error.code], error.message, error.faults)
  console.error(error) // lib/http/log.ts adds the number of the request
  const number = `If you tell us of it, give this number: ${numberAtHand()}`
  return isDatabaseAway(error)
    ? problem(503, `The record cannot be read just now; try again in a moment. ${number}`, [], AWAY)
    : problem(500, `The answer could not be made. ${number}`)
}

function problem(
  status: number,
  detail: string,
  faults: DomainError['faults'] = [],
  more: Record<string, string> = {},
): Response {
  return new Response(JSON.stringify(problemOf(status, detail, faults)), {
    status,
    headers: { ...READABLE_ANYWHERE, 'content-type': PROBLEM_TYPE, 'cache-control': 'no-store', ...more },
  })
}
