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

/** What a grade says, for the use made of the source here (codebook, "Grades"). */
export const GRADE_MEANING: Record<(typeof GRADES)[number], string> = {
  A: 'not given',
  B: 'agencies, papers of record, public broadcasters, institutions that publish their own text',
  C: 'other outlets that quote at length, and copies or translations of sources graded B',
  D: 'state media on their own government, outlets that reword or retell, undated pages of little-known outlets',
  E: 'partisan aggregators and blogs that retell another report',
  F: 'cannot be judged',
}

/** Where a title comes from. */
export const TITLE_BASIS_LABELS: Record<(typeof TITLE_BASES)[number], string> = {
  page: 'as on the page',
  address: 'read off the address',
  descriptive: 'our own description',
}

/** "English" of "en"; the tag itself where it has no name. */
export const languageLabel = (tag: string): string => new Intl.DisplayNames(['en'], { type: 'language' }).of(tag) ?? tag
