import { z } from 'zod'
import { line, slug } from '@/lib/domain/text/schema'

/** A person with an office, speaking for a party and, for a composite party, from an affiliation. */
export const speakerSchema = z.strictObject({
  slug,
  name: line(120),
  office: line(160),
  party: slug,
  affiliation: line(120).nullable(),
})
export type Speaker = z.infer<typeof speakerSchema>
