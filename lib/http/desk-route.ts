import 'server-only'
import type { Actor } from '@/lib/domain/account/actor'
import { requireEnrolled } from '@/lib/domain/account/require-enrolled'
import { DomainError } from '@/lib/domain/error'
import { PROBLEM_TYPE, problemOf } from './problem'
import { STATUS } from './route'
import { findMe } from './signed-in'

/** A file or data of the desk: for who is signed in, for this site alone, kept by nobody. */
export async function forActor(work: (actor: Actor) => Promise<Response>): Promise<Response> {
  try {
    const me = await findMe()
    if (!me) throw new DomainError('SIGNED_OUT', 'You are signed out.')
    const response = await work(requireEnrolled(me))
    response.headers.set('cache-control', 'no-store')
    return response
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    return new Response(JSON.stringify(problemOf(STATUS[error.code], error.message, error.faults)), {
      status: STATUS[error.code],
      headers: { 'content-type': PROBLEM_TYPE, 'cache-control': 'no-store' },
    })
  }
}
