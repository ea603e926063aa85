// Which column holds which field: guessed by its name, changed by hand. Pure.
import { FIELDS, type Field, IMPORT_FIELD_LABELS } from './fields'

/** Field by the name of its column. A column that is in none is not read. */
export type Mapping = Partial<Record<Field, string>>

const plain = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '')

// What people call these columns, besides our own words for them.
const ALSO: Partial<Record<Field, readonly string[]>> = {
  key: ['id', 'entry', 'entryid'],
  party: ['actor', 'side', 'country', 'column'],
  demand: ['issue', 'question', 'proposition'],
  stance: ['position'],
  heldFrom: ['date', 'from', 'since', 'day'],
  datePrecision: ['dateprecision'],
  salience: ['importance', 'priority'],
  summary: ['description', 'text'],
  terms: ['conditions', 'condition'],
  shiftType: ['shift', 'shiftkind', 'kind', 'movement'],
  shiftBasis: ['basis'],
  shiftNote: ['note', 'comment'],
  source: ['sourceurl', 'url', 'address', 'link', 'article', 'sources'],
  quote: ['words', 'quotedwords', 'citation'],
  prefix: ['before', 'contextbefore'],
  quoteKind: ['kindofquotation', 'quotationkind', 'kindofquote'],
  speaker: ['saidby', 'who', 'speakername'],
  attribution: ['attributedas', 'status'],
  saidOn: ['saiddate', 'datesaid', 'spokenon'],
}

const NAMES = new Map<string, Field>(
  FIELDS.flatMap((field) =>
    [field, IMPORT_FIELD_LABELS[field].label, ...(ALSO[field] ?? [])].map((name) => [plain(name), field] as const),
  ),
)

/** The first column whose name says what it holds; no field twice. */
export function guessMapping(columns: readonly string[]): Mapping {
  const mapping: Mapping = {}
  for (const exact of [true, false])
    for (const column of columns) {
      const field = exact ? FIELDS.find((name) => name === column.trim()) : NAMES.get(plain(column))
      if (field && !mapping[field] && !Object.values(mapping).includes(column)) mapping[field] = column
    }
  return mapping
}

/** Without columns that are not there, and without one column in two fields. */
export function fitMapping(mapping: Mapping, columns: readonly string[]): Mapping {
  const taken = new Set<string>()
  return Object.fromEntries(
    FIELDS.flatMap((field) => {
      const column = mapping[field]
      if (column === undefined || !columns.includes(column) || taken.has(column)) return []
      taken.add(column)
      return [[field, column]]
    }),
  )
}
