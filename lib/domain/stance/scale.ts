// The five steps of a stance and the one aside, in the order they are shown: from insisting to refusing.

export const STANCES = ['demands', 'accepts', 'conditional', 'opposes', 'rejects', 'ambiguous'] as const
export type Stance = (typeof STANCES)[number]

type Step = {
  /** +2 … −2 on the scale; null for the aside, which has no number. */
  value: number | null
  label: string
  /** Drawn beside the word, so that colour never stands alone. */
  mark: string
  /** What a party with this stance does with the proposition. */
  meaning: string
}

export const SCALE: Record<Stance, Step> = {
  demands: { value: 2, label: 'Demands', mark: '▲▲', meaning: 'insists, or makes it a precondition' },
  accepts: { value: 1, label: 'Accepts', mark: '▲', meaning: 'agrees' },
  conditional: { value: 0, label: 'Conditional', mark: '◆', meaning: 'open to it on stated terms' },
  opposes: { value: -1, label: 'Opposes', mark: '▼', meaning: 'objects, door not closed' },
  rejects: { value: -2, label: 'Rejects', mark: '▼▼', meaning: 'refuses' },
  ambiguous: { value: null, label: 'Ambiguous', mark: '?', meaning: 'contradictory' },
}

export const isStance = (value: string): value is Stance => (STANCES as readonly string[]).includes(value)

/** Which side of the scale a stance is on: for, against, or neither. */
export function sideOf(stance: Stance): 'for' | 'against' | 'open' | 'unclear' {
  const { value } = SCALE[stance]
  if (value === null) return 'unclear'
  return value > 0 ? 'for' : value < 0 ? 'against' : 'open'
}
