// The table of sources: its rows, and the order, filters and address that a reader chooses. Pure, and without zod for the browser.
import type { PublishedRecord } from '@/lib/domain/negotiation/record'
import { GRADES, languageLabel, PUBLISHER_FLAGS, publisherFlagLabel, SOURCE_KINDS, sourceKindLabel } from './kinds'
import type { SourceRow } from './view'

export const COLUMNS = ['publisher', 'title', 'published', 'kind', 'grade', 'label', 'language', 'entries'] as const
export type Column = (typeof COLUMNS)[number]

export type SourceChoice = {
  words: string
  kind: SourceRow['kind'] | null
  grade: SourceRow['grade'] | null
  /** "none" for sources without a label. */
  label: SourceRow['publisherFlag'] | 'none'
  sort: Column
  descending: boolean
}

/** Newest first, as the server draws it. */
export const FIRST_CHOICE: SourceChoice = {
  words: '',
  kind: null,
  grade: null,
  label: null,
  sort: 'published',
  descending: true,
}

export function sourceRows(record: PublishedRecord): SourceRow[] {
  const counts = new Map<string, number>()
  for (const { citations } of record.entries)
    for (const source of new Set(citations.map((citation) => citation.source)))
      counts.set(source, (counts.get(source) ?? 0) + 1)
  return record.sources.map(({ slug, publisher, title, published, kind, grade, publisherFlag, language }) => ({
    ...{ slug, publisher, title, published, kind, grade, publisherFlag, language },
    entries: counts.get(slug) ?? 0,
  }))
}

/** What a column shows of a row, and is sorted by; null where it shows nothing, which comes last either way. */
export function shownIn(row: SourceRow, column: Column): string | number | null {
  if (column === 'kind') return sourceKindLabel(row.kind)
  if (column === 'label') return row.publisherFlag && publisherFlagLabel(row.publisherFlag)
  if (column === 'language') return languageLabel(row.language)
  return row[column]
}

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' })
const fold = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

/** The rows that fit, in the order asked for; equal ones stay in the order of the record. */
export function chooseRows(rows: readonly SourceRow[], choice: SourceChoice): SourceRow[] {
  const words = fold(choice.words).split(/\s+/).filter(Boolean)
  const sign = choice.descending ? -1 : 1
  return rows
    .filter(
      (row) =>
        (choice.kind === null || row.kind === choice.kind) &&
        (choice.grade === null || row.grade === choice.grade) &&
        (choice.label === null || (row.publisherFlag ?? 'none') === choice.label) &&
        words.every((word) => fold(`${row.publisher} ${row.title}`).includes(word)),
    )
    .map((row) => ({ row, value: shownIn(row, choice.sort) }))
    .sort(({ value: a }, { value: b }) => {
      if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1
      return sign * (typeof a === 'number' ? a - Number(b) : collator.compare(a, String(b)))
    })
    .map(({ row }) => row)
}

/** The choice that an address stands for; what is not understood is left out. */
export function parseChoice(search: string): SourceChoice {
  const query = new URLSearchParams(search)
  const one = <Value extends string>(name: string, values: readonly Value[]): Value | null =>
    values.find((value) => value === query.get(name)) ?? null
  const sort = query.get('sort') ?? ''
  const column = COLUMNS.find((name) => name === sort.replace(/^-/, ''))
  return {
    words: (query.get('q') ?? '').slice(0, 200).toWellFormed(),
    kind: one('kind', SOURCE_KINDS),
    grade: one('grade', GRADES),
    label: one('label', [...PUBLISHER_FLAGS, 'none'] as const),
    sort: column ?? FIRST_CHOICE.sort,
    descending: column ? sort.startsWith('-') : FIRST_CHOICE.descending,
  }
}

/** The query that stands for a choice: the inverse of parseChoice. Empty for the first choice. */
export function formatChoice({ words, kind, grade, label, sort, descending }: SourceChoice): string {
  const query = new URLSearchParams()
  if (words) query.set('q', words)
  for (const [name, value] of Object.entries({ kind, grade, label })) if (value) query.set(name, value)
  if (sort !== FIRST_CHOICE.sort || descending !== FIRST_CHOICE.descending)
    query.set('sort', descending ? `-${sort}` : sort)
  return query.size > 0 ? `?${query}` : ''
}
