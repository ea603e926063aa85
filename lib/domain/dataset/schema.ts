import { z } from 'zod'
import { demandSchema } from '@/lib/domain/demand/schema'
import { entrySchema } from '@/lib/domain/entry/schema'
import { eventSchema } from '@/lib/domain/event/schema'
import { negotiationSchema } from '@/lib/domain/negotiation/schema'
import { partySchema } from '@/lib/domain/party/schema'
import { sourceSchema } from '@/lib/domain/source/schema'
import { speakerSchema } from '@/lib/domain/speaker/schema'
import { topicSchema } from '@/lib/domain/topic/schema'

/** The version of the file format; data/codebook.md describes it. */
export const FORMAT = 'position-tracker/1'

/** One negotiation as a file. Field order is the order in which an export writes them. */
export const datasetSchema = z.strictObject({
  format: z.literal(FORMAT),
  negotiation: negotiationSchema,
  parties: z.array(partySchema),
  speakers: z.array(speakerSchema),
  topics: z.array(topicSchema),
  demands: z.array(demandSchema),
  events: z.array(eventSchema),
  sources: z.array(sourceSchema),
  entries: z.array(entrySchema),
})
export type Dataset = z.infer<typeof datasetSchema>
