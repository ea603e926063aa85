// The fields that a column of an import can hold. Without zod, for the browser.

export const FIELDS = [
  'key',
  'party',
  'demand',
  'stance',
  'heldFrom',
  'datePrecision',
  'salience',
  'summary',
  'terms',
  'shiftType',
  'shiftBasis',
  'shiftNote',
  'event',
  'source',
  'quote',
  'prefix',
  'quoteKind',
  'speaker',
  'attribution',
  'saidOn',
] as const
export type Field = (typeof FIELDS)[number]

/** Of one citation; all others are of the entry, and said once or the same in each of its rows. */
export const CITATION_FIELDS = ['source', 'quote', 'prefix', 'quoteKind', 'speaker', 'attribution', 'saidOn'] as const
export type CitationField = (typeof CITATION_FIELDS)[number]
export type EntryField = Exclude<Field, CitationField | 'key'>

export const ENTRY_FIELDS = FIELDS.filter(
  (field) => field !== 'key' && !(CITATION_FIELDS as readonly Field[]).includes(field),
) as EntryField[]

/** Without these no entry can be sent for review. */
export const REQUIRED: readonly Field[] = [
  'party',
  'demand',
  'stance',
  'heldFrom',
  'summary',
  'source',
  'quote',
  'quoteKind',
  'attribution',
]

export const IMPORT_FIELD_LABELS: Record<Field, { label: string; holds: string }> = {
  key: {
    label: 'Key',
    holds: 'your own name for the entry; rows with the same key are one entry with several citations',
  },
  party: { label: 'Party', holds: 'its name, short name or slug' },
  demand: { label: 'Demand', holds: 'its title or slug' },
  stance: { label: 'Stance', holds: 'demands, accepts, conditional, opposes, rejects or ambiguous' },
  heldFrom: { label: 'Held from', holds: 'a day, as 2025-12-14' },
  datePrecision: { label: 'Precision', holds: 'day, month or approximate; empty means day' },
  salience: { label: 'Salience', holds: 'high or red line; empty where nobody said so' },
  summary: { label: 'Summary', holds: 'in our own words, up to 200 characters' },
  terms: { label: 'Terms', holds: 'needed where the stance is conditional' },
  shiftType: { label: 'Kind of shift', holds: 'for example concession or reaffirmation' },
  shiftBasis: { label: 'Who says so', holds: 'coder or source; empty means coder' },
  shiftNote: { label: 'Note on the shift', holds: 'up to 300 characters' },
  event: { label: 'Event', holds: 'its title or slug' },
  source: { label: 'Source', holds: 'its slug or its address; its text must be stored' },
  quote: { label: 'Quotation', holds: 'the exact words, as they stand in the stored text' },
  prefix: { label: 'Words before', holds: 'what stands just before, where the same words stand in several places' },
  quoteKind: { label: 'Whose words', holds: 'speaker, document, mixed or reporter' },
  speaker: { label: 'Speaker', holds: 'their name or slug' },
  attribution: {
    label: 'Attribution',
    holds: 'official document, on the record, readout, background, leaked or reported',
  },
  saidOn: { label: 'Said on', holds: 'a day, as 2025-12-14' },
}
