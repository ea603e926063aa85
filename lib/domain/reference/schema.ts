// What an editor may say of each kind of reference data: the schemas of the nouns themselves, which an import uses too.
import { z } from 'zod'
import { demandSchema } from '@/lib/domain/demand/schema'
import { eventSchema } from '@/lib/domain/event/schema'
import { partySchema } from '@/lib/domain/party/schema'
import { speakerSchema } from '@/lib/domain/speaker/schema'
import { slug } from '@/lib/domain/text/schema'
import { topicSchema } from '@/lib/domain/topic/schema'
import { KINDS, type Kind } from './kinds'

const sound = <Schema extends z.ZodType<{ date: string; endDate: string | null }>>(schema: Schema) =>
  schema.refine(({ date, endDate }) => endDate === null || endDate >= date, {
    path: ['endDate'],
    message: 'is before the event begins: correct one of the two',
  })

export const ADDED = {
  party: partySchema,
  speaker: speakerSchema,
  topic: topicSchema,
  demand: demandSchema,
  event: sound(eventSchema),
} as const satisfies Record<Kind, z.ZodType>

/** The words of a demand are amended apart, with a reason: what was coded under them must be looked at again. */
export const AMENDED = {
  ...ADDED,
  demand: demandSchema.omit({ proposition: true, lowEnd: true, highEnd: true }),
} as const satisfies Record<Kind, z.ZodType>

export const kind = z.enum(KINDS)
export const version = z.int().min(1)
export const place = { negotiation: slug, kind }
export type Given = { slug: string } & Record<string, unknown>
