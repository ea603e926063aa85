import { z } from 'zod'
import { day, line, slug } from '@/lib/domain/text/schema'

export const EVENT_KINDS = ['talks', 'summit', 'document', 'statement'] as const

/** Talks, a summit, a document or a statement that a source attests. */
export const eventSchema = z.strictObject({
  slug,
  title: line(120),
  date: day,
  endDate: day.nullable(),
  place: line(80).nullable(),
  participants: z.array(slug),
  kind: z.enum(EVENT_KINDS),
  source: slug.nullable(),
})
export type Event = z.infer<typeof eventSchema>
