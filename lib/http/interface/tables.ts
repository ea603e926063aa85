// The columns of the .csv twins: the fields of the JSON, with its lists as text.

import type { Cell } from '@/lib/csv-cell'
import type { Citation } from '@/lib/domain/citation/schema'
import type { ShownEntry } from '@/lib/domain/entry/list-schema'
import type { Position } from '@/lib/domain/position/schema'
import type { ShownShift } from '@/lib/domain/shift/list-schema'
import type { ShownSource } from '@/lib/domain/source/list-schema'

type Columns<Row> = Record<string, (row: Row) => Cell>

/** All columns of a row that hold one value under the name of the field, in this order. */
const fields = <Row>(...names: (keyof Row & string)[]): Columns<Row> =>
  Object.fromEntries(names.map((name) => [name, (row: Row) => row[name] as Cell]))

const cited = {
  sources: ({ citations }: { citations: Citation[] }) => [...new Set(citations.map(({ source }) => source))].join(' '),
  citations: ({ citations }: { citations: Citation[] }) => JSON.stringify(citations),
}

export const POSITIONS: Columns<Position> = {
  ...fields<Position>(
    'demand',
    'party',
    'stance',
    'value',
    'summary',
    'terms',
    'salience',
    'heldFrom',
    'datePrecision',
    'lastRestated',
    'entry',
  ),
  shiftFrom: ({ shift }) => shift?.from ?? null,
  shiftTo: ({ shift }) => shift?.to ?? null,
  shiftKind: ({ shift }) => shift?.kind ?? null,
  shiftBasis: ({ shift }) => shift?.basis ?? null,
  shiftOn: ({ shift }) => shift?.on ?? null,
  ...cited,
}

export const SHIFTS: Columns<ShownShift> = {
  ...fields<ShownShift>(
    'party',
    'demand',
    'on',
    'datePrecision',
    'from',
    'to',
    'kind',
    'basis',
    'note',
    'entry',
    'summary',
    'terms',
    'salience',
    'event',
    'firstPublishedAt',
    'publishedAt',
  ),
  ...cited,
}

export const ENTRIES: Columns<ShownEntry> = {
  ...fields<ShownEntry>(
    'id',
    'negotiation',
    'party',
    'demand',
    'heldFrom',
    'datePrecision',
    'stance',
    'value',
    'salience',
    'summary',
    'terms',
  ),
  shiftType: ({ shift }) => shift?.type ?? null,
  shiftBasis: ({ shift }) => shift?.basis ?? null,
  shiftNote: ({ shift }) => shift?.note ?? null,
  ...fields<ShownEntry>('event', 'revision', 'firstPublishedAt', 'publishedAt'),
  ...cited,
}

export const SOURCES: Columns<ShownSource> = {
  ...fields<ShownSource>(
    'slug',
    'kind',
    'publisher',
    'publisherFlag',
    'title',
    'titleBasis',
    'url',
    'published',
    'publishedBasis',
    'language',
    'grade',
    'note',
    'authors',
    'archivedUrl',
  ),
  negotiations: ({ negotiations }) => negotiations.join(' '),
}
