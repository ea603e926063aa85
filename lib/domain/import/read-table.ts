import 'server-only'
import { parse as csvParser } from 'csv-parse'
import { decodeForeignCell } from '@/lib/csv-cell'
import { checkColumns } from './check-columns'
import { type Form, formOf } from './form-of'
import { givingWay } from './giving-way'
import { jsonTable } from './json-table'
import { refuseTable } from './refuse-table'
import { MOST_ROWS, type Table } from './table'

const PIECE = 64 * 1024

/** Reads CSV, a pasted table or JSON; in pieces, so that other requests are answered in between. */
export async function readTable(text: string): Promise<Table> {
  const form = formOf(text)
  const table = form === 'json' ? jsonTable(text) : await separatedTable(text, form)
  if (table.rows.length > MOST_ROWS)
    throw refuseTable(`It has more than ${MOST_ROWS.toLocaleString('en-GB')} rows: divide it into several files.`)
  return table
}

async function separatedTable(text: string, delimiter: Exclude<Form, 'json'>): Promise<Table> {
  const [head, ...rest] = await recordsOf(text, delimiter)
  if (!head) throw refuseTable('There is no line in it.')
  const widest = Math.max(lastFilled(head), ...rest.slice(0, 50).map(lastFilled))
  // A spreadsheet ends its lines with the cells that were once used.
  const columns = checkColumns(head.slice(0, lastFilled(head) || widest))
  const rows = rest
    .map((cells, at) => ({ number: at + 2, cells: cells.map(decodeForeignCell) }))
    .filter(({ cells }) => lastFilled(cells) > 0)
  if (rows.length === 0) throw refuseTable('There is no row below the names of the columns.')
  return { columns, rows, together: false }
}

const lastFilled = (cells: readonly string[]): number => cells.findLastIndex((cell) => cell.trim() !== '') + 1

async function recordsOf(text: string, delimiter: string): Promise<string[][]> {
  const parser = csvParser({
    bom: true,
    delimiter,
    relax_column_count: true,
    // A spreadsheet sets quotation marks where it must; in a table that was typed they may stand anywhere.
    relax_quotes: delimiter === '\t',
  })
  const records: string[][] = []
  let failed: Error | null = null
  const ended = new Promise<void>((done) => {
    parser.on('data', (record: string[]) => records.push(record))
    parser.on('end', done)
    parser.on('error', (error) => {
      failed = error
      done()
    })
  })
  const bytes = Buffer.from(text)
  for (let at = 0; at < bytes.length && !failed && records.length <= MOST_ROWS + 1; at += PIECE) {
    parser.write(bytes.subarray(at, at + PIECE))
    await givingWay()
  }
  if (!failed) parser.end()
  await ended
  if (failed)
    throw refuseTable(`The quotation marks or lines do not fit together: ${(failed as Error).message.slice(0, 200)}`)
  return records
}
