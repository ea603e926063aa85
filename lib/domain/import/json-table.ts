// Entries as JSON, in the words of this format or of the file format of the record: each citation becomes a row.
import { checkKeys } from '@/lib/domain/dataset/check-keys'
import { FIELDS, type Field } from './fields'
import { refuseTable } from './refuse-table'
import type { Table, TableRow } from './table'

type Item = Record<string, unknown>

const isItem = (value: unknown): value is Item => typeof value === 'object' && value !== null && !Array.isArray(value)

export function jsonTable(text: string): Table {
  const items = itemsOf(text)
  const columns = [...FIELDS] as string[]
  const rows: TableRow[] = []
  for (const [at, item] of items.entries()) {
    if (!isItem(item)) throw refuseTable(`Entry ${at + 1} is no object.`)
    const { citations, shift, id, ...flat } = item
    const entry = { ...flat, ...shiftOf(shift, at), ...(id === undefined || flat.key !== undefined ? {} : { key: id }) }
    for (const cited of citationsOf(citations, at)) {
      const row: Item = { ...entry, ...cited }
      for (const name of Object.keys(row)) if (!columns.includes(name)) columns.push(name)
      if (columns.length > 60) throw refuseTable('The entries have more than 60 fields between them.')
      // Citations of one object belong together, whether or not it has a key.
      rows.push({ number: at + 1, cells: [], item: row } as TableRow & { item: Item })
    }
  }
  for (const row of rows as (TableRow & { item?: Item })[]) {
    row.cells = columns.map((name) => textOf(row.item?.[name], row.number, name))
    delete row.item
  }
  // Only the columns that anything stands in.
  const used = columns.map((name, at) => rows.some(({ cells }) => cells[at] !== '') || isRequiredName(name))
  return {
    columns: columns.filter((_, at) => used[at]),
    rows: rows.map(({ number, cells }) => ({ number, cells: cells.filter((_, at) => used[at]) })),
    together: true,
  }
}

const isRequiredName = (name: string) => (FIELDS as readonly string[]).includes(name as Field)

function itemsOf(text: string): unknown[] {
  let file: unknown
  try {
    file = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    throw refuseTable(`It is not JSON: ${(error as Error).message.slice(0, 200)}`)
  }
  const [fault] = checkKeys(text)
  if (fault) throw refuseTable(`${fault.path.slice(0, 100)} ${fault.problem}.`)
  const list = isItem(file) ? file.entries : file
  if (!Array.isArray(list)) throw refuseTable('A list of entries is wanted, or an object with "entries".')
  if (list.length === 0) throw refuseTable('There is no entry in it.')
  return list
}

function shiftOf(shift: unknown, at: number): Item {
  if (shift === undefined || shift === null) return {}
  if (!isItem(shift)) throw refuseTable(`Entry ${at + 1}: "shift" is no object with type, basis and note.`)
  return { shiftType: shift.type, shiftBasis: shift.basis, shiftNote: shift.note }
}

function citationsOf(citations: unknown, at: number): Item[] {
  if (citations === undefined || citations === null) return [{}]
  if (!Array.isArray(citations) || !citations.every(isItem))
    throw refuseTable(`Entry ${at + 1}: "citations" is no list of objects.`)
  return citations.length === 0 ? [{}] : citations
}

/** Cells are text: a number is written out, nothing is empty, and what has parts is no cell. */
function textOf(value: unknown, entry: number, name: string): string {
  if (value === undefined || value === null) return ''
  if (typeof value === 'string') return value
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  throw refuseTable(`Entry ${entry}: "${name.slice(0, 80)}" is no text.`)
}
