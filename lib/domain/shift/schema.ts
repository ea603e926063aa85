import { z } from 'zod'
import { line } from '@/lib/domain/text/schema'

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

/** How an entry relates to the one before it, and who says so: the source itself, or the coder comparing the two. */
export const shiftSchema = z.strictObject({
  type: z.enum(SHIFT_KINDS),
  basis: z.enum(['source', 'coder']),
  note: line(300).nullable(),
})
export type RecordedShift = z.infer<typeof shiftSchema>

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
export const basisLabel = (basis: RecordedShift['basis']) =>
  basis === 'source' ? 'so called by the source' : 'coder’s reading'
