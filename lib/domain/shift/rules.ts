// Which entry is a shift, and which kinds a movement on the scale may have (codebook, "Shifts").
import { type Stance, sideOf } from '@/lib/domain/stance/scale'
import type { ShiftKind } from './kinds'

type Coded = { stance: Stance; kind: ShiftKind | null }

/**
 * Whether an entry is a shift, seen from the one before it (null when there is none).
 * A shift differs: in stance, or, at the same stance, in its terms, which the coder marks by a kind other than reaffirmation.
 */
export function isShift(previous: Coded | null, entry: Coded): boolean {
  if (!previous || previous.stance !== entry.stance) return true
  return entry.kind !== null && entry.kind !== 'reaffirmation'
}

/** The kinds that the codebook allows for a movement; null among them where none need be given. */
export function allowedKinds(from: Stance | null, to: Stance, termsDiffer: boolean): readonly (ShiftKind | null)[] {
  if (from === null) return ['new-position', null]
  if (to === 'ambiguous') return ['clarification', null]
  if (from === 'ambiguous')
    return ['new-position', 'clarification', 'concession', 'hardening', 'conditional-offer', 'reversal', null]
  if (from === to) {
    return termsDiffer
      ? ['reaffirmation', 'clarification', 'hardening', 'concession']
      : ['reaffirmation', 'clarification']
  }
  if (from === 'conditional' || to === 'conditional') {
    const either: ShiftKind[] = ['concession', 'hardening', 'withdrawn-offer']
    return to === 'conditional' ? [...either, 'conditional-offer'] : either
  }
  return sideOf(from) === sideOf(to) ? ['clarification', 'hardening', 'concession'] : ['reversal']
}
