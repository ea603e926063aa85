import 'server-only'
import type { Actor } from '@/lib/domain/account/actor'
import type { Outcome } from '@/lib/domain/outcome'
import { act } from './action'
import { QUIET } from './form-state'

/** An action whose answer is more than words for a form: what came of it, or why nothing did. */
export async function actAs<Value>(work: (actor: Actor) => Promise<Value>): Promise<Outcome<Value>> {
  let value: { of: Value } | null = null
  const { problem, faults } = await act(QUIET, async ({ actor }) => {
    value = { of: await work(await actor()) }
    return {}
  })
  const done = value as { of: Value } | null
  if (done && problem === null) return { ok: true, value: done.of }
  return { ok: false, message: problem ?? 'This could not be done.', faults }
}
