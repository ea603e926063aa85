import { z } from 'zod'
import { line } from '@/lib/domain/text/schema'
import { BASES, SHIFT_KINDS } from './kinds'

/** How an entry relates to the one before it, and who says so: the source itself, or the coder comparing the two. */
export const shiftSchema = z.strictObject({
  type: z.enum(SHIFT_KINDS),
  basis: z.enum(BASES),
  note: line(300).nullable(),
})
export type RecordedShift = z.infer<typeof shiftSchema>
