// Tables to import that exist only in tests: of any size and without a fault, or with faults planted where a test knows them.
import { stringify } from 'csv-stringify/sync'
import { importDataset } from '@/lib/domain/dataset/import'
import type { FaultCode } from '@/lib/domain/import/faults'
import type { Field } from '@/lib/domain/import/fields'
import { addDays } from '@/lib/domain/time/day'
import { makeNegotiation } from './negotiation'

export const IMPORTED = 'imported'
export type MadeRow = Partial<Record<Field | 'spare', string>>
export const HEADERS = [
  'Party',
  'Demand',
  'Stance',
  'Held from',
  'Precision',
  'Salience',
  'Summary',
  'Terms',
  'Kind of shift',
  'Who says so',
  'Note on the shift',
  'Event',
  'Source',
  'Quotation',
  'Whose words',
  'Speaker',
  'Attribution',
  'Said on',
] as const
const COLUMNS: readonly Field[] = [
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
  'quoteKind',
  'speaker',
  'attribution',
  'saidOn',
]

/** A negotiation without entries, of which every cell is free. */
export async function makeGround(parties = 10, demands = 50): Promise<void> {
  await importDataset(makeNegotiation({ slug: IMPORTED, parties, demands, entries: 0 }))
}

/** Rows without a fault: in each cell a new position and reaffirmations of it, in labels and keys by turns. */
export function makeRows({ parties = 10, demands = 50, each = 20 } = {}): MadeRow[] {
  const rows: MadeRow[] = []
  for (let demand = 1; demand <= demands; demand++)
    for (let party = 1; party <= parties; party++)
      for (let at = 0; at < each; at++) {
        const labels = (rows.length & 1) === 0
        const day = addDays('2023-01-01', at * 10)
        rows.push({
          party: labels ? `Party ${party}` : `party-${party}`,
          demand: labels ? `Made demand number ${demand}` : `demand-${demand}`,
          stance: labels ? 'Accepts' : 'accepts',
          heldFrom: day,
          datePrecision: labels ? '' : 'day',
          salience: at % 3 === 0 ? 'Red line' : '',
          summary: `Row ${rows.length + 1} of the file, “so to speak”; -2, =SUM, 'quoted'.`,
          terms: '',
          shiftType: at === 0 ? 'New position' : 'reaffirmation',
          shiftBasis: labels ? '' : 'coder',
          shiftNote: '',
          event: at === 0 ? 'Made talks' : '',
          source: labels ? `${IMPORTED}-source-1` : `https://www.example.org/${IMPORTED}/1?utm_source=x`,
          quote: `Made statement ${(at % 10) + 1} on this matter`,
          quoteKind: labels ? 'the speaker’s words' : 'speaker',
          speaker: labels ? `Speaker ${party}` : `speaker-${party}`,
          attribution: labels ? 'On the record' : 'on-record',
          saidOn: labels ? day : '',
        })
      }
  return rows
}

export type Planted = {
  code: FaultCode
  field: Field | 'row'
  at?: number
  change: (row: MadeRow, before: MadeRow) => MadeRow
}

const set = (field: Field, value: string) => (row: MadeRow) => ({ ...row, [field]: value })

/** Twenty-five kinds, each a change to one row that makes it wrong in this way and in no other. */
export const KINDS: readonly Planted[] = [
  { code: 'missing', field: 'summary', change: set('summary', '') },
  { code: 'too-many-cells', field: 'row', change: (row) => ({ ...row, spare: 'further' }) },
  { code: 'too-long', field: 'summary', change: set('summary', 'x'.repeat(201)) },
  { code: 'control-character', field: 'summary', change: set('summary', 'Agrees\u0001 to it.') },
  { code: 'hidden-character', field: 'summary', change: set('summary', 'Agrees \u202Eto it.') },
  { code: 'lost-character', field: 'terms', change: set('terms', 'After a cease\uFFFDfire.') },
  { code: 'party-unknown', field: 'party', change: set('party', 'Atlantis') },
  { code: 'demand-unknown', field: 'demand', change: set('demand', 'Made demand number 999') },
  { code: 'stance-unknown', field: 'stance', change: set('stance', 'likes') },
  { code: 'precision-unknown', field: 'datePrecision', change: set('datePrecision', 'week') },
  { code: 'salience-unknown', field: 'salience', change: set('salience', 'extreme') },
  { code: 'shift-unknown', field: 'shiftType', change: set('shiftType', 'u-turn') },
  { code: 'basis-unknown', field: 'shiftBasis', change: set('shiftBasis', 'somebody') },
  { code: 'event-unknown', field: 'event', change: set('event', 'The talks of Nowhere') },
  { code: 'source-unknown', field: 'source', change: set('source', 'https://example.com/absent') },
  { code: 'speaker-unknown', field: 'speaker', change: set('speaker', 'Nobody At All') },
  { code: 'speaker-missing', field: 'speaker', change: set('speaker', '') },
  { code: 'quote-kind-unknown', field: 'quoteKind', change: set('quoteKind', 'a poem') },
  { code: 'attribution-unknown', field: 'attribution', change: set('attribution', 'rumour') },
  { code: 'day-format', field: 'saidOn', change: set('saidOn', '14.02.2023') },
  { code: 'day-impossible', field: 'heldFrom', change: set('heldFrom', '2023-02-30') },
  { code: 'day-in-future', field: 'heldFrom', change: set('heldFrom', '2999-01-01') },
  { code: 'quote-not-found', field: 'quote', change: set('quote', 'Words that nobody said') },
  { code: 'quote-several-places', field: 'quote', change: set('quote', 'on this matter') },
  { code: 'shift-does-not-fit', field: 'shiftType', at: 15, change: set('shiftType', 'reversal') },
]

/** One fault in every cell, the kinds in turn. Says by row, column and code what a check must find. */
export function plant(rows: readonly MadeRow[], each: number): { rows: MadeRow[]; planted: string[] } {
  const faulty = [...rows]
  const planted: string[] = []
  for (let cell = 0; cell * each < rows.length; cell++) {
    const { code, field, at = 5, change } = KINDS[cell % KINDS.length] as Planted
    const place = cell * each + at
    faulty[place] = change(rows[place] as MadeRow, rows[place - 1] as MadeRow)
    // The line of names is the first row.
    planted.push(`${place + 2} ${field === 'row' ? '' : HEADERS[COLUMNS.indexOf(field)]} ${code}`)
  }
  return { rows: faulty, planted }
}

const cellsOf = (row: MadeRow) => [...COLUMNS.map((field) => row[field] ?? ''), ...(row.spare ? [row.spare] : [])]

export const csvOf = (rows: readonly MadeRow[], delimiter = ','): string =>
  stringify([[...HEADERS], ...rows.map(cellsOf)], { delimiter })

export const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text)
