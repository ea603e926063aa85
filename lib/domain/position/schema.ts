import { z } from 'zod'
import { citationSchema } from '@/lib/domain/citation/schema'
import { DATE_PRECISIONS, entrySchema } from '@/lib/domain/entry/schema'
import { anyOf, atInstant, knownAt, onDay, yesOrNo } from '@/lib/domain/filter/schema'
import { BASES, SHIFT_KINDS } from '@/lib/domain/shift/kinds'
import { STANCES } from '@/lib/domain/stance/scale'
import { slug } from '@/lib/domain/text/schema'

export const stanceValue = z
  .number()
  .int()
  .min(-2)
  .max(2)
  .nullable()
  .describe('+2 demands, +1 accepts, 0 conditional, −1 opposes, −2 rejects; null for ambiguous, which has no number.')

/** What one party holds on one demand on a day, since when, and how it came about. */
export const positionSchema = z.strictObject({
  demand: slug,
  party: slug,
  stance: z.enum(STANCES),
  value: stanceValue,
  summary: entrySchema.shape.summary,
  terms: entrySchema.shape.terms,
  salience: entrySchema.shape.salience,
  heldFrom: onDay.describe('Since when this stance is held without a break in the record.'),
  datePrecision: z.enum(DATE_PRECISIONS).describe('How exactly heldFrom is known.'),
  lastRestated: onDay.describe('When it was last stated: the day of `entry`.'),
  entry: entrySchema.shape.id,
  citations: z.array(citationSchema),
  shift: z
    .strictObject({
      from: z.enum(STANCES).nullable().describe('Null where this is the first position in the record.'),
      to: z.enum(STANCES),
      kind: z.enum(SHIFT_KINDS).nullable().describe('Null where the coder named none.'),
      basis: z.enum(BASES).nullable().describe('Who calls it a shift: the source, or the coder.'),
      on: onDay,
    })
    .nullable()
    .describe('The latest shift, in stance or in terms.'),
})
export type Position = z.infer<typeof positionSchema>

export const positionFilterSchema = z.strictObject({
  asOf: onDay.optional().describe('Positions as held on this day; today when left out.'),
  knownAt: knownAt
    .optional()
    .describe('As this site knew them at the end of this day (UTC), or at this instant; now when left out.'),
  party: anyOf(slug).optional().describe('Only these parties.'),
  demand: anyOf(slug).optional().describe('Only these demands.'),
  topic: anyOf(slug).optional().describe('Only demands of these topics.'),
  stance: anyOf(z.enum(STANCES)).optional().describe('Only positions with these stances.'),
  onRecord: yesOrNo
    .optional()
    .describe('true: derive every position from entries alone that somebody put on the record.'),
})
export type PositionFilter = z.infer<typeof positionFilterSchema>

export const positionsSchema = z.strictObject({
  negotiation: slug,
  asOf: onDay,
  knownAt: atInstant.nullable().describe('Null for now.'),
  items: z.array(positionSchema),
})
export type Positions = z.infer<typeof positionsSchema>
