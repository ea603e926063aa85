import 'server-only'
import { randomUUID } from 'node:crypto'
import { unstable_rethrow } from 'next/navigation'
import { DomainError, type ErrorCode } from '@/lib/domain/error'
import { METHODS, PROBLEM_TYPE, problemOf, READABLE_ANYWHERE } from './problem'

const STATUS: Record<ErrorCode, number> = {
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
        return refuse(error)
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

function refuse(error: unknown): Response {
  if (error instanceof DomainError) return problem(STATUS[error.code], error.message, error.faults)
  const id = randomUUID()
  console.error(`${id}`, error)
  return problem(500, `The answer could not be made. If you tell us of it, give this number: ${id}`)
}

function problem(status: number, detail: string, faults: DomainError['faults'] = []): Response {
  return new Response(JSON.stringify(problemOf(status, detail, faults)), {
    status,
    headers: { ...READABLE_ANYWHERE, 'content-type': PROBLEM_TYPE, 'cache-control': 'no-store' },
  })
}
