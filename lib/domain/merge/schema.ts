import { z } from 'zod'
import { line, slug } from '@/lib/domain/text/schema'
import { MERGED_KINDS } from './view'

/** `negotiation` is null for sources, which belong to all. */
export const pairSchema = z.strictObject({
  kind: z.enum(MERGED_KINDS),
  negotiation: slug.nullable(),
  from: slug,
  into: slug,
})

export const mergeSchema = z.strictObject({
  ...pairSchema.shape,
  reason: line(400),
  /** How many entries the preview named: where it is another number by now, the preview is not what would happen. */
  entries: z.int().min(0),
})
