import { z } from 'zod'
import { line, slug, verbatim, webAddress } from '@/lib/domain/text/schema'
import { normaliseText } from './normalise'
import { sourceSchema } from './schema'

export const TEXT_LONGEST = 400_000
export const ORIGINS = ['fetched', 'pasted', 'file'] as const
export type Origin = (typeof ORIGINS)[number]

/** A text in the form in which it is stored. */
export const storedText = z.string().max(6_000_000).transform(normaliseText).pipe(verbatim(TEXT_LONGEST))

/** What is said about a source at the desk: all of it but its text. */
export const describedSchema = z.strictObject({
  ...sourceSchema.omit({ slug: true, excerpt: true }).shape,
  authors: line(300).nullable(),
  archivedUrl: webAddress.nullable(),
})
export type Described = z.infer<typeof describedSchema>

export const addSchema = z.strictObject({
  negotiation: slug,
  ...describedSchema.shape,
  text: storedText,
  origin: z.enum(ORIGINS),
  /** Where the text was fetched, when it was. */
  fetchedUrl: webAddress.nullable(),
  /** Somebody has looked: it only resembles a source that is there. */
  isAnother: z.boolean(),
})

export const version = z.number().int().min(1)
