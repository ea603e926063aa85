// The kinds of shift and the words for them. Without zod, so that the browser can have them for little.

export const SHIFT_KINDS = [
  'new-position',
  'reaffirmation',
  'clarification',
  'concession',
  'conditional-offer',
  'reversal',
  'hardening',
  'withdrawn-offer',
] as const
export type ShiftKind = (typeof SHIFT_KINDS)[number]

/** Who says that it is a shift. */
export const BASES = ['source', 'coder'] as const

const LABELS: Record<ShiftKind, string> = {
  'new-position': 'new position',
  reaffirmation: 'reaffirmation',
  clarification: 'clarification',
  concession: 'concession',
  'conditional-offer': 'conditional offer',
  reversal: 'reversal',
  hardening: 'hardening',
  'withdrawn-offer': 'withdrawn offer',
}
export const shiftLabel = (kind: ShiftKind) => LABELS[kind]

/** Who says that it is a shift, in words. */
export const basisLabel = (basis: (typeof BASES)[number]) =>
  basis === 'source' ? 'so called by the source' : 'coder’s reading'
