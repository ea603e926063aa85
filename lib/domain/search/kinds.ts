// What can be found, in the order in which it is shown, with the words for it.

export const SEARCH_KINDS = ['demand', 'party', 'speaker', 'entry', 'event', 'source'] as const
export type SearchKind = (typeof SEARCH_KINDS)[number]

export const SEARCH_LABELS: Record<SearchKind, { one: string; many: string }> = {
  demand: { one: 'demand', many: 'Demands' },
  party: { one: 'party', many: 'Parties' },
  speaker: { one: 'speaker', many: 'Speakers' },
  entry: { one: 'entry', many: 'Entries and quotations' },
  event: { one: 'event', many: 'Events' },
  source: { one: 'source', many: 'Sources' },
}

export const isSearchKind = (text: string): text is SearchKind => (SEARCH_KINDS as readonly string[]).includes(text)

export const LONGEST_QUESTION = 200
