import { z } from 'zod'
import { demandSchema } from '@/lib/domain/demand/schema'
import { eventSchema } from '@/lib/domain/event/schema'
import { partySchema } from '@/lib/domain/party/schema'
import { speakerSchema } from '@/lib/domain/speaker/schema'
import { topicSchema } from '@/lib/domain/topic/schema'
import { negotiationSchema } from './schema'

export const overviewSchema = z.strictObject({
  ...negotiationSchema.shape,
  parties: z.array(partySchema),
  speakers: z.array(speakerSchema),
  topics: z.array(topicSchema),
  demands: z.array(demandSchema),
  events: z.array(eventSchema),
})
export type Overview = z.infer<typeof overviewSchema>

export const negotiationsSchema = z.strictObject({ items: z.array(negotiationSchema) })
