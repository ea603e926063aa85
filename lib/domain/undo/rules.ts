// What an undo does to one entry. Pure.
import type { Outcome } from './kinds'

type Published = { kind: string; revision: number }

export type Standing = {
  /** The last publication of the entry, and whether it is among those to be undone. */
  last: Published & { isInside: boolean }
  /** The last one that is not among them; null where there is none. */
  before: Published | null
}

/** Only what readers still see is undone: an entry that somebody changed afterwards stays as they left it. */
export function outcomeOf({ last, before }: Standing): Outcome {
  if (!last.isInside) return 'later'
  const seen = last.kind === 'withdrawal' ? null : last.revision
  const back = before === null || before.kind === 'withdrawal' ? null : before.revision
  if (seen === back) return 'same'
  return back === null ? 'withdrawal' : 'correction'
}
