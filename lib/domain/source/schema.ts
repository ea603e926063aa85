import { z } from 'zod'
import { day, line, slug, verbatim, webAddress } from '@/lib/domain/text/schema'
import { GRADES, PUBLISHER_FLAGS, SOURCE_KINDS, TITLE_BASES } from './kinds'

/** How much of a text a file of the record may hold; longer ones are told by their cited passages. */
export const EXCERPT_LONGEST = 20_000

/** An article or document. `excerpt` is the stored text that every citation must be found in. */
export const sourceSchema = z.strictObject({
  slug,
  kind: z.enum(SOURCE_KINDS),
  publisher: line(160),
  publisherFlag: z.enum(PUBLISHER_FLAGS).nullable(),
  title: line(300),
  titleBasis: z.enum(TITLE_BASES),
  url: webAddress.nullable(),
  published: day.nullable(),
  publishedBasis: line(240),
  language: z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'is not a language tag: write for example en or uk'),
  grade: z.enum(GRADES),
  excerpt: verbatim(EXCERPT_LONGEST),
  note: line(400).nullable(),
  authors: line(300).optional(),
  archivedUrl: webAddress.optional(),
})
export type Source = z.infer<typeof sourceSchema>
/** What readers see of a source: everything but the stored text. */
export type PublishedSource = Omit<Source, 'excerpt' | 'authors' | 'archivedUrl'> & {
  authors: string | null
  archivedUrl: string | null
}
