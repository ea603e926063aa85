import { z } from 'zod'
import { day, slug, verbatim } from '@/lib/domain/text/schema'

export const QUOTE_KINDS = ['speaker', 'document', 'mixed', 'reporter'] as const
export const ATTRIBUTIONS = ['official-document', 'on-record', 'readout', 'background', 'leaked', 'reported'] as const
export type Attribution = (typeof ATTRIBUTIONS)[number]

/** The exact words in one source that support an entry. */
export const citationSchema = z.strictObject({
  source: slug,
  quote: verbatim(400),
  quoteKind: z.enum(QUOTE_KINDS),
  speaker: slug.nullable(),
  attribution: z.enum(ATTRIBUTIONS),
  saidOn: day.nullable(),
})
export type Citation = z.infer<typeof citationSchema>

const ATTRIBUTION_LABELS: Record<Attribution, string> = {
  'official-document': 'official document',
  'on-record': 'on the record',
  readout: 'readout',
  background: 'unnamed sources',
  leaked: 'leaked text',
  reported: 'reported',
}
export const attributionLabel = (attribution: Attribution) => ATTRIBUTION_LABELS[attribution]

const QUOTE_KIND_LABELS: Record<Citation['quoteKind'], string> = {
  speaker: 'the speaker’s words',
  document: 'words of a document',
  mixed: 'reporter’s words around quoted words',
  reporter: 'reporter’s words',
}
export const quoteKindLabel = (kind: Citation['quoteKind']) => QUOTE_KIND_LABELS[kind]
