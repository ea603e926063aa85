// What a row of a file says beyond what is said at the desk: former addresses, merges, wordings. Each is left out where there is none.
import { z } from 'zod'
import { demandSchema } from '@/lib/domain/demand/schema'
import { entrySchema } from '@/lib/domain/entry/schema'
import { eventSchema } from '@/lib/domain/event/schema'
import { negotiationSchema } from '@/lib/domain/negotiation/schema'
import { partySchema } from '@/lib/domain/party/schema'
import { sourceSchema } from '@/lib/domain/source/schema'
import { speakerSchema } from '@/lib/domain/speaker/schema'
import { line, slug } from '@/lib/domain/text/schema'
import { topicSchema } from '@/lib/domain/topic/schema'
import { wordsSchema } from '@/lib/domain/wording/schema'

/** Slugs that it had before, which go on leading to it. */
const formerly = { formerly: z.array(slug).min(1, 'is empty: leave it out').optional() }
/** The row of the same list that stands for it. */
const mergedInto = { mergedInto: slug.optional() }

const wordingSchema = z.strictObject({
  ...wordsSchema.shape,
  since: z.iso.datetime('is no instant: write for example 2026-11-26T09:30:00.000Z'),
  reason: line(400).nullable(),
})

export const negotiationRow = negotiationSchema.extend(formerly)
export const ROWS = {
  parties: partySchema.extend({ ...formerly, ...mergedInto }),
  speakers: speakerSchema.extend({ ...formerly, ...mergedInto }),
  topics: topicSchema.extend(formerly),
  demands: demandSchema
    .extend({
      ...formerly,
      /** Every wording, the first one first; the last says what the demand says. */
      wordings: z.array(wordingSchema).min(2, 'holds one wording: leave it out').optional(),
    })
    .refine(
      ({ wordings, proposition, lowEnd, highEnd }) => {
        const last = wordings?.at(-1)
        return !last || (last.proposition === proposition && last.lowEnd === lowEnd && last.highEnd === highEnd)
      },
      { path: ['wordings'], message: 'does not end with the words of the demand: correct one of the two' },
    ),
  events: eventSchema.extend(formerly),
  sources: sourceSchema.extend({ ...formerly, ...mergedInto }),
  entries: entrySchema.extend({
    /** The number of the wording that it was coded under, counted from 1, where nobody has looked at it under the present one. */
    wording: z.int().min(1).optional(),
  }),
} as const

export type EntryRow = z.infer<typeof ROWS.entries>
