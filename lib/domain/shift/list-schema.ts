import { z } from 'zod'
import { inTime, paging, shownEntrySchema } from '@/lib/domain/entry/list-schema'
import { anyOf, onDay, pageOf } from '@/lib/domain/filter/schema'
import { STANCES } from '@/lib/domain/stance/scale'
import { slug } from '@/lib/domain/text/schema'
import { BASES, SHIFT_KINDS } from './kinds'

const { id, salience, summary, terms, datePrecision, event, citations, firstPublishedAt, publishedAt } =
  shownEntrySchema.shape

/** Two consecutive positions of one party on one demand that differ. */
export const shownShiftSchema = z.strictObject({
  party: slug,
  demand: slug,
  on: onDay,
  datePrecision,
  from: z.enum(STANCES).nullable().describe('Null where this is the first position in the record.'),
  to: z.enum(STANCES),
  kind: z.enum(SHIFT_KINDS).nullable().describe('Null where the coder named none.'),
  basis: z.enum(BASES).nullable().describe('Who calls it a shift: the source, or the coder.'),
  note: z.string().nullable(),
  entry: id,
  summary,
  terms,
  salience,
  event,
  firstPublishedAt,
  publishedAt,
  citations,
})
export type ShownShift = z.infer<typeof shownShiftSchema>
export const shiftsSchema = pageOf(shownShiftSchema)

export const shiftFilterSchema = z.strictObject({
  ...inTime,
  kind: anyOf(z.enum(SHIFT_KINDS)).optional().describe('Only shifts of these kinds, as coded.'),
  ...paging,
})
export type ShiftFilter = z.infer<typeof shiftFilterSchema>
