import { z } from 'zod'
import { demandSchema } from '@/lib/domain/demand/schema'
import { line, slug } from '@/lib/domain/text/schema'

export const wordsSchema = demandSchema.pick({ proposition: true, lowEnd: true, highEnd: true })

export const rewordSchema = z.strictObject({
  negotiation: slug,
  demand: slug,
  version: z.int().min(1),
  ...wordsSchema.shape,
  reason: line(400),
  /** Whoever words it anew has looked: every stance coded so far holds under the new words too. */
  allHold: z.boolean(),
})

export const confirmSchema = z.strictObject({
  negotiation: slug,
  demand: slug,
  /** The number of the wording that was read; a newer one must be looked at first. */
  wording: z.int().min(1),
  /** The entries that hold under it too. */
  entries: z.array(z.string().max(40)).min(1, 'names no entry'),
})
