// How words were said and whose they are, with the words for it. Without zod, for the browser.

export const QUOTE_KINDS = ['speaker', 'document', 'mixed', 'reporter'] as const
export const ATTRIBUTIONS = ['official-document', 'on-record', 'readout', 'background', 'leaked', 'reported'] as const
export type Attribution = (typeof ATTRIBUTIONS)[number]
export type QuoteKind = (typeof QUOTE_KINDS)[number]

const ATTRIBUTION_LABELS: Record<Attribution, string> = {
  'official-document': 'official document',
  'on-record': 'on the record',
  readout: 'readout',
  background: 'unnamed sources',
  leaked: 'leaked text',
  reported: 'reported',
}
export const attributionLabel = (attribution: Attribution) => ATTRIBUTION_LABELS[attribution]

const QUOTE_KIND_LABELS: Record<QuoteKind, string> = {
  speaker: 'the speaker’s words',
  document: 'words of a document',
  mixed: 'reporter’s words around quoted words',
  reporter: 'reporter’s words',
}
export const quoteKindLabel = (kind: QuoteKind) => QUOTE_KIND_LABELS[kind]
