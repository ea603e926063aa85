import { z } from 'zod'
import { day, slug, verbatim } from '@/lib/domain/text/schema'
import { ATTRIBUTIONS, QUOTE_KINDS } from './kinds'

/** The exact words in one source that support an entry. */
export const citationSchema = z.strictObject({
  source: slug,
  quote: verbatim(400),
  quoteKind: z.enum(QUOTE_KINDS),
  speaker: slug.nullable(),
  attribution: z.enum(ATTRIBUTIONS),
  saidOn: day.nullable(),
})
export type Citation = z.infer<typeof citationSchema>
