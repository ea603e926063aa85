import { SCALE, type Stance } from '@/lib/domain/stance/scale'

export type Spread = {
  /** Largest minus smallest stance, 0 to 4 steps. */
  steps: number
  /** How many parties hold a stance with a number. */
  holders: number
}

/** How far apart the parties stand on one demand. Ambiguous and unstated positions have no number and do not count. */
export function spreadOf(stances: readonly (Stance | null)[]): Spread | null {
  const values = stances.flatMap((stance) => (stance ? (SCALE[stance].value ?? []) : []))
  if (values.length === 0) return null
  return { steps: Math.max(...values) - Math.min(...values), holders: values.length }
}

const STEPS = ['same step', 'one step', 'two steps', 'three steps', 'opposite ends'] as const

/** "two steps", "opposite ends"; says so where there is nobody to compare with. */
export function spreadLabel(spread: Spread | null): string {
  if (!spread) return 'no stance to compare'
  return spread.holders < 2 ? 'one party only' : (STEPS[spread.steps] ?? '')
}
