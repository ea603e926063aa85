import { z } from 'zod'
import { DATE_PRECISIONS, entrySchema } from '@/lib/domain/entry/schema'
import { onDay, pageSize } from '@/lib/domain/filter/schema'
import { STANCES } from '@/lib/domain/stance/scale'
import { slug } from '@/lib/domain/text/schema'
import { LONGEST_QUESTION, SEARCH_KINDS } from './kinds'

/** How many results one may leaf through; further on the order means little. */
export const FURTHEST = 1000

export const searchFilterSchema = z.strictObject({
  q: z
    .string()
    .max(LONGEST_QUESTION, `is longer than ${LONGEST_QUESTION} characters: shorten it`)
    .refine((text) => !text.includes('\0'), 'holds a zero byte: take it out')
    .describe('Words to find, in any spelling; "in quotation marks" one after the other; -not after a minus.'),
  kind: z.enum(SEARCH_KINDS).optional().describe('Only results of this kind; the first few of each when left out.'),
  negotiation: slug.optional().describe('Only what belongs to this negotiation.'),
  from: z
    .string()
    .regex(/^\d{1,4}$/, 'is not a whole number')
    .transform(Number)
    .pipe(z.number().int().max(FURTHEST, `is more than ${FURTHEST}: use more telling words`))
    .optional()
    .describe('With a kind: how many results to leave out, for the next page.'),
  limit: pageSize.optional().describe('How many of a kind at most, 1 to 500; 20 when left out, 5 without a kind.'),
})
export type SearchFilter = z.infer<typeof searchFilterSchema>

export const hitSchema = z.strictObject({
  kind: z.enum(SEARCH_KINDS),
  negotiation: slug,
  key: z.string().describe('The slug, or the id of an entry.'),
  path: z.string().describe('Where it is on this site.'),
  title: z.string(),
  text: z.string().describe('The proposition, the summary, the office, the publisher.'),
  quote: z.string().nullable().describe('Of an entry: the quotation that answers best.'),
  stance: z.enum(STANCES).nullable(),
  on: onDay.nullable(),
  datePrecision: z.enum(DATE_PRECISIONS).nullable(),
  entry: entrySchema.shape.id.nullable(),
})
export type Hit = z.infer<typeof hitSchema>

export const foundSchema = z.strictObject({
  items: z.array(hitSchema),
  totals: z.strictObject(
    Object.fromEntries(SEARCH_KINDS.map((kind) => [kind, z.number().int()])) as Record<
      (typeof SEARCH_KINDS)[number],
      z.ZodNumber
    >,
  ),
  words: z.array(z.string()).describe('The words of these results that answer the question, in small letters.'),
})
export type Found = z.infer<typeof foundSchema>
