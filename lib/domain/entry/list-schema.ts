import { z } from 'zod'
import { anyOf, cursor, knownAt, onDay, pageOf, pageSize, yesOrNo } from '@/lib/domain/filter/schema'
import { stanceValue } from '@/lib/domain/position/schema'
import { STANCES } from '@/lib/domain/stance/scale'
import { slug } from '@/lib/domain/text/schema'
import { entrySchema } from './schema'

/** An entry as readers see it. */
export const shownEntrySchema = z.strictObject({
  ...entrySchema.shape,
  negotiation: slug,
  value: stanceValue,
  revision: z.number().int().describe('The number of the revision that readers see; 1 when it was never corrected.'),
  firstPublishedAt: z.iso.datetime(),
  publishedAt: z.iso.datetime().describe('Since when readers see this revision.'),
})
export type ShownEntry = z.infer<typeof shownEntrySchema>
export const entriesSchema = pageOf(shownEntrySchema)

export const inTime = {
  from: onDay.optional().describe('Held from this day on or later.'),
  to: onDay.optional().describe('Held from this day on or earlier.'),
  party: anyOf(slug).optional().describe('Only these parties.'),
  demand: anyOf(slug).optional().describe('Only these demands.'),
  sort: z
    .enum(['-on', 'on'], 'is neither -on (newest first) nor on (oldest first)')
    .optional()
    .describe('-on, newest first, when left out; on, oldest first.'),
}
export const paging = {
  cursor: cursor.optional().describe('The page after the one that gave this as `next`.'),
  limit: pageSize.optional().describe('How many a page holds, 1 to 500; 50 when left out.'),
}

export const entryFilterSchema = z.strictObject({
  ...inTime,
  stance: anyOf(z.enum(STANCES)).optional().describe('Only entries with these stances.'),
  onRecord: yesOrNo.optional().describe('true: only entries that somebody put on the record; false: only the others.'),
  knownAt: knownAt
    .optional()
    .describe('As readers saw them at the end of this day (UTC), or at this instant; now when left out.'),
  ...paging,
})
export type EntryFilter = z.infer<typeof entryFilterSchema>
