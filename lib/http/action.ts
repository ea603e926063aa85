import 'server-only'
import { randomUUID } from 'node:crypto'
import { revalidatePath } from 'next/cache'
import { cookies, headers } from 'next/headers'
import { unstable_rethrow } from 'next/navigation'
import type { Actor } from '@/lib/domain/account/actor'
import { requireEnrolled } from '@/lib/domain/account/require-enrolled'
import { optionsOf, type SetCookie } from '@/lib/domain/account/set-cookie'
import { findSignedIn, type SignedIn } from '@/lib/domain/account/signed-in'
import type { Visitor } from '@/lib/domain/account/visitor'
import { DomainError } from '@/lib/domain/error'
import { siteUrl } from '@/lib/site-url'
import { type FormState, QUIET } from './form-state'
import { isSameOrigin } from './same-origin'
import { currentVisitor } from './visitor'

/** What an action knows of the request that called it. */
export type Edge = {
  visitor: Visitor
  /** Who is signed in; SIGNED_OUT if nobody is. */
  me: () => Promise<SignedIn>
  /** Who acts; FORBIDDEN while a second factor is missing. */
  actor: () => Promise<Actor>
  keep: (given: SetCookie | readonly SetCookie[]) => Promise<void>
}

/**
 * The second edge: what an action does, in words for its form. Errors of ours get a number and are logged; what was typed is never
 * said back. Checks the origin once more, for whoever runs the application behind another server than ours.
 */
export async function act(before: FormState, work: (edge: Edge) => Promise<Partial<FormState>>): Promise<FormState> {
  const turn = Number(before?.turn ?? 0) + 1
  try {
    if (!isSameOrigin(Object.fromEntries(await headers()), siteUrl()))
      throw new DomainError('FORBIDDEN', 'This was not sent by a page of this site.')
    return { ...QUIET, ...(await work(await edgeOf())), turn }
  } catch (error) {
    unstable_rethrow(error)
    if (error instanceof DomainError) return { ...QUIET, turn, problem: error.message, faults: error.faults }
    const id = randomUUID()
    console.error(id, error)
    const problem = `This could not be done, and the fault is ours. If you tell us of it, give this number: ${id}`
    return { ...QUIET, turn, problem }
  }
}

async function edgeOf(): Promise<Edge> {
  const visitor = await currentVisitor()
  const me = async () => {
    const found = await findSignedIn(visitor)
    // Not a redirect: what was typed stays, and can be sent again.
    if (!found) throw new DomainError('SIGNED_OUT', 'You are signed out. Sign in in another tab, then send this again.')
    return found
  }
  return {
    visitor,
    me,
    actor: async () => requireEnrolled(await me()),
    keep: async (given) => {
      const store = await cookies()
      for (const cookie of [given].flat()) store.set(cookie.name, cookie.value, optionsOf(cookie))
      // Who is signed in may be another now: what the browser keeps of the desk is made anew, with its head.
      revalidatePath('/desk', 'layout')
    },
  }
}

/** The named fields of a form as text, and nothing else that was sent. */
export function fieldsOf<Name extends string>(form: FormData, names: readonly Name[]): Record<Name, string> {
  const entries = names.map((name) => {
    const value = form.get(name)
    return [name, typeof value === 'string' ? value : ''] as const
  })
  return Object.fromEntries(entries) as Record<Name, string>
}
