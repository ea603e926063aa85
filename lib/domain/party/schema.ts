import { z } from 'zod'
import { line, slug } from '@/lib/domain/text/schema'

export const PARTY_ROLES = ['belligerent', 'mediator', 'backer'] as const

/** A column of the table. */
export const partySchema = z.strictObject({
  slug,
  name: line(80),
  shortName: line(20),
  role: z.enum(PARTY_ROLES),
  note: line(400).nullable(),
})
export type Party = z.infer<typeof partySchema>
