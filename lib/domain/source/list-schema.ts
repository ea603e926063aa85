import { z } from 'zod'
import { paging } from '@/lib/domain/entry/list-schema'
import { anyOf, pageOf } from '@/lib/domain/filter/schema'
import { line, slug, webAddress } from '@/lib/domain/text/schema'
import { GRADES, PUBLISHER_FLAGS, SOURCE_KINDS } from './kinds'
import { sourceSchema } from './schema'

/** A source as readers see it: everything but its stored text. */
export const shownSourceSchema = z.strictObject({
  ...sourceSchema.omit({ excerpt: true }).shape,
  authors: line(300).nullable(),
  archivedUrl: webAddress.nullable().describe('A copy that an archive keeps.'),
  negotiations: z.array(slug).describe('Where it is used.'),
})
export type ShownSource = z.infer<typeof shownSourceSchema>
export const sourcesSchema = pageOf(shownSourceSchema)

export const sourceWithEntriesSchema = z.strictObject({
  ...shownSourceSchema.shape,
  entries: z.array(z.string()).describe('The entries that cite it.'),
})
export type SourceWithEntries = z.infer<typeof sourceWithEntriesSchema>

export const sourceFilterSchema = z.strictObject({
  negotiation: anyOf(slug).optional().describe('Only sources used in these negotiations.'),
  kind: anyOf(z.enum(SOURCE_KINDS)).optional().describe('Only sources of these kinds.'),
  grade: anyOf(z.enum(GRADES)).optional().describe('Only sources of these grades.'),
  publisher: line(160).optional().describe('Only sources of this publisher, by its exact name.'),
  publisherFlag: anyOf(z.enum(PUBLISHER_FLAGS)).optional().describe('Only sources of publishers with these labels.'),
  language: anyOf(sourceSchema.shape.language).optional().describe('Only sources in these languages.'),
  ...paging,
})
export type SourceFilter = z.infer<typeof sourceFilterSchema>
