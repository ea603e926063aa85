import 'server-only'
import { createHash } from 'node:crypto'
import { unstable_rethrow } from 'next/navigation'
import type { z } from 'zod'
import { isDatabaseAway } from '@/lib/db/away'
import { findBearer } from '@/lib/domain/access-token/find-bearer'
import type { Scope } from '@/lib/domain/access-token/kinds'
import type { Actor } from '@/lib/domain/account/actor'
import { DomainError, type ErrorCode, type Fault } from '@/lib/domain/error'
import { type Answer, claimKey, forgetClaim, keepAnswer } from '@/lib/domain/filing/remember-answer'
import { CLIENT_ADDRESS } from '@/lib/http/client-address'
import { AWAY, PROBLEM_TYPE, problemOf } from '@/lib/http/problem'
import { networkOf } from '@/lib/http/rate-limit'
import { numberAtHand } from '@/lib/http/request-at-hand'
import { STATUS } from '@/lib/http/route'
import { parseQuery } from './operation'

/** One address at which scripts file: what it takes and gives. The page, the OpenAPI file and the route are made from it. */
export type Filing<Q extends z.ZodObject = z.ZodObject> = {
  path: string
  summary: string
  scope: Scope
  query: Q
  /** The media types that it reads, each with its schema or with what it holds in words. */
  takes: Record<string, { schema: z.ZodType } | { words: string }>
  gives: z.ZodType
  /** What was filed, and where it can be seen; `made` is false where it was there already. */
  file: (
    actor: Actor,
    query: z.infer<Q>,
    body: Body,
  ) => Promise<{ answer: unknown; made: boolean; location: string | null }>
}

export type Body = { type: string; bytes: Uint8Array<ArrayBuffer> }

/** A JSON body; what is no JSON is a fault of the request, not of what is filed. */
export function jsonOf({ bytes }: Body): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch (error) {
    throw new Refused(400, `The body is not JSON: ${(error as Error).message.slice(0, 200)}`)
  }
}

/** A refusal of the request itself, with its status. */
class Refused extends Error {
  constructor(
    readonly status: number,
    message: string,
    readonly headers: Record<string, string> = {},
  ) {
    super(message)
  }
}

const KEY = /^[\x21-\x7e]{1,200}$/

/**
 * The edge for scripts: a token instead of a session, which is not looked at, and for no page of another site. The same key with the same
 * question has the same answer; what was refused can be asked again.
 */
export function filingOf<Q extends z.ZodObject>(filing: Filing<Q>): (request: Request) => Promise<Response> {
  return async (request) => {
    try {
      return await fileOnce(filing, request)
    } catch (error) {
      unstable_rethrow(error)
      return refuse(error)
    }
  }
}

async function fileOnce<Q extends z.ZodObject>(filing: Filing<Q>, request: Request): Promise<Response> {
  const network = networkOf(request.headers.get(CLIENT_ADDRESS) ?? '')
  const { tokenId, actor } = await findBearer(request.headers.get('authorization'), network, filing.scope)
  const key = request.headers.get('idempotency-key') ?? ''
  if (!KEY.test(key))
    throw new Refused(400, 'Send an Idempotency-Key of your own, up to 200 visible characters, for example a UUID.')
  const url = new URL(request.url)
  const query = parseQuery(filing.query, url.searchParams) as z.infer<Q>
  const type = (request.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? ''
  if (!Object.hasOwn(filing.takes, type))
    throw new Refused(415, `Send one of these as Content-Type: ${Object.keys(filing.takes).join(', ')}.`)
  const bytes = new Uint8Array(await request.arrayBuffer())
  const asked = createHash('sha256').update(`${filing.path}${url.search}\n${type}\n`).update(bytes).digest('base64url')
  const claim = await claimKey({ tokenId, key, asked })
  if (claim.state === 'other')
    throw new Refused(422, 'This Idempotency-Key was used for another request. Choose a new one.')
  if (claim.state === 'busy')
    throw new Refused(409, 'The same request is being answered at this moment.', { 'retry-after': '1' })
  if (claim.state === 'answered') return answered(claim.answer, { 'idempotency-replayed': 'true' })
  try {
    const { answer, made, location } = await filing.file(actor, query, { type, bytes })
    const kept = { status: made ? 201 : 200, answer: JSON.stringify(answer), location }
    await keepAnswer({ tokenId, key }, kept)
    return answered(kept)
  } catch (error) {
    await forgetClaim({ tokenId, key }).catch(() => {})
    throw error
  }
}

const answered = ({ status, answer, location }: Answer, headers: Record<string, string> = {}): Response =>
  new Response(answer, {
    status,
    headers: {
      ...headers,
      ...(location && { location }),
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
    },
  })

/** Here what was sent is well formed and has faults; elsewhere INVALID is about the address. */
const FILING_STATUS: Record<ErrorCode, number> = { ...STATUS, INVALID: 422 }
const MORE: Partial<Record<ErrorCode, Record<string, string>>> = {
  SIGNED_OUT: { 'www-authenticate': 'Bearer realm="Parley"' },
  BUSY: { 'retry-after': '60' },
}

function refuse(error: unknown): Response {
  if (error instanceof Refused) return problem(error.status, error.message, [], error.headers)
  if (error instanceof DomainError)
    return problem(FILING_STATUS[error.code], error.message, error.faults, MORE[error.code])
  console.error(error) // lib/http/log.ts adds the number of the request
  const number = `If you tell us of it, give this number: ${numberAtHand()}`
  return isDatabaseAway(error)
    ? problem(503, `Nothing can be filed just now; try again in a moment, with the same key. ${number}`, [], AWAY)
    : problem(500, `This could not be done, and the fault is ours. ${number}`)
}

function problem(
  status: number,
  detail: string,
  faults: readonly Fault[] = [],
  more: Record<string, string> = {},
): Response {
  return new Response(JSON.stringify(problemOf(status, detail, faults)), {
    status,
    headers: { 'content-type': PROBLEM_TYPE, 'cache-control': 'no-store', ...more },
  })
}
