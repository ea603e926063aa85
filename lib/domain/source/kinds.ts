// What sources there are, with the words for it. Without zod, for the browser.

export const SOURCE_KINDS = ['news', 'official-document', 'transcript', 'social', 'analysis'] as const
export const PUBLISHER_FLAGS = ['state-media', 'pro-government', 'aggregator'] as const
export const GRADES = ['A', 'B', 'C', 'D', 'E', 'F'] as const
export const TITLE_BASES = ['page', 'address', 'descriptive'] as const

const KIND_LABELS: Record<(typeof SOURCE_KINDS)[number], string> = {
  news: 'news',
  'official-document': 'official document',
  transcript: 'transcript',
  social: 'social media',
  analysis: 'analysis',
}
const FLAG_LABELS: Record<(typeof PUBLISHER_FLAGS)[number], string> = {
  'state-media': 'state media',
  'pro-government': 'pro-government',
  aggregator: 'aggregator',
}
export const sourceKindLabel = (kind: (typeof SOURCE_KINDS)[number]) => KIND_LABELS[kind]
export const publisherFlagLabel = (flag: (typeof PUBLISHER_FLAGS)[number]) => FLAG_LABELS[flag]
