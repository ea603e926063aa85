import { z } from 'zod'
import { day, line, slug, verbatim, webAddress } from '@/lib/domain/text/schema'

export const SOURCE_KINDS = ['news', 'official-document', 'transcript', 'social', 'analysis'] as const
export const PUBLISHER_FLAGS = ['state-media', 'pro-government', 'aggregator'] as const
export const GRADES = ['A', 'B', 'C', 'D', 'E', 'F'] as const
export const TITLE_BASES = ['page', 'address', 'descriptive'] as const

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
  excerpt: verbatim(600),
  note: line(400).nullable(),
})
export type Source = z.infer<typeof sourceSchema>
/** What readers see of a source: everything but the stored text. */
export type PublishedSource = Omit<Source, 'excerpt'>

const KIND_LABELS: Record<Source['kind'], string> = {
  news: 'news',
  'official-document': 'official document',
  transcript: 'transcript',
  social: 'social media',
  analysis: 'analysis',
}
const FLAG_LABELS: Record<NonNullable<Source['publisherFlag']>, string> = {
  'state-media': 'state media',
  'pro-government': 'pro-government',
  aggregator: 'aggregator',
}
export const sourceKindLabel = (kind: Source['kind']) => KIND_LABELS[kind]
export const publisherFlagLabel = (flag: NonNullable<Source['publisherFlag']>) => FLAG_LABELS[flag]
