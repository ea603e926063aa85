// Positions are derived, never stored: which entry holds on a day, since when, and how it came about.

import type { ShiftKind } from '@/lib/domain/shift/kinds'
import { isShift } from '@/lib/domain/shift/rules'
import type { Stance } from '@/lib/domain/stance/scale'
import type { Day } from '@/lib/domain/time/day'

/** The least that an entry must say for a position to be derived from it. */
export type Held = { heldFrom: Day; ordinal: number; stance: Stance; kind: ShiftKind | null }

/** In the order in which they were held; two of one day in the order in which they were recorded. */
export function inOrder<T extends Held>(entries: readonly T[]): T[] {
  return [...entries].sort((a, b) =>
    a.heldFrom < b.heldFrom ? -1 : a.heldFrom > b.heldFrom ? 1 : a.ordinal - b.ordinal,
  )
}

export type Shift<T> = { entry: T; from: T | null }

export type Position<T> = {
  /** The entry with the latest heldFrom not after the day. */
  entry: T
  /** The entries of the unbroken run of this stance, oldest first; the last is `entry`. */
  run: T[]
  /** What was held before the run; null when the run is the first. */
  before: T | null
  /** The latest shift not after the day: always there, since a first position is one. */
  shift: Shift<T>
}

/** The shifts of one party on one demand, oldest first. `ordered` as inOrder gives it. */
export function shiftsOf<T extends Held>(ordered: readonly T[]): Shift<T>[] {
  return ordered.flatMap((entry, at) => {
    const from = ordered[at - 1] ?? null
    return isShift(from, entry) ? [{ entry, from }] : []
  })
}

/** The position of one party on one demand as of a day; null where none was stated by then. `ordered` as inOrder gives it. */
export function positionOn<T extends Held>(ordered: readonly T[], day: Day): Position<T> | null {
  const upTo = ordered.filter((entry) => entry.heldFrom <= day)
  const entry = upTo.at(-1)
  const shift = shiftsOf(upTo).at(-1)
  if (!entry || !shift) return null
  const before = upTo.findLastIndex((earlier) => earlier.stance !== entry.stance)
  return { entry, run: upTo.slice(before + 1), before: upTo[before] ?? null, shift }
}
