// The lists that an editor manages of a negotiation, and how they are called. Pure, and without zod for the browser.

export const KINDS = ['party', 'speaker', 'topic', 'demand', 'event'] as const
export type Kind = (typeof KINDS)[number]

/** `path` is the last part of the address of the list at the desk. */
export const KIND_LABELS: Record<Kind, { path: string; one: string; many: string; meaning: string }> = {
  party: { path: 'parties', one: 'party', many: 'Parties', meaning: 'the columns of the table' },
  speaker: { path: 'speakers', one: 'speaker', many: 'Speakers', meaning: 'who speaks for a party' },
  topic: { path: 'topics', one: 'topic', many: 'Topics', meaning: 'headings that group demands' },
  demand: { path: 'demands', one: 'demand', many: 'Demands', meaning: 'the rows of the table' },
  event: { path: 'events', one: 'event', many: 'Events', meaning: 'talks, summits, documents, statements' },
}

export const kindAt = (path: string): Kind | null => KINDS.find((kind) => KIND_LABELS[kind].path === path) ?? null

/** A row as the desk lists it. */
export type ReferenceLine = {
  slug: string
  title: string
  detail: string
  /** What stands in its place, where it was merged. */
  mergedInto: string | null
}

/** A row with everything that its form holds, as text; lists with commas. */
export type ReferenceRow = { slug: string; title: string; version: number; fields: Record<string, string> }

/** What a row may be chosen from by others: "russia" and "Russia". */
export type Option = { value: string; label: string }
