import { z } from 'zod'
import { citationSchema } from '@/lib/domain/citation/schema'
import { shiftSchema } from '@/lib/domain/shift/schema'
import { STANCES } from '@/lib/domain/stance/scale'
import { day, line, slug } from '@/lib/domain/text/schema'
import { SALIENCES } from './kinds'

export const DATE_PRECISIONS = ['day', 'month', 'approximate'] as const

/** What one party is on record as holding on one demand from one date, with the words that support it. */
export const entrySchema = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'is not an entry id: use up to 40 small letters, digits and hyphens'),
  party: slug,
  demand: slug,
  heldFrom: day,
  datePrecision: z.enum(DATE_PRECISIONS),
  stance: z.enum(STANCES),
  salience: z.enum(SALIENCES).nullable(),
  summary: line(200),
  terms: line(400).nullable(),
  shift: shiftSchema.nullable(),
  event: slug.nullable(),
  citations: z.array(citationSchema).min(1, 'is empty: an entry rests on at least one citation'),
})
export type Entry = z.infer<typeof entrySchema>
