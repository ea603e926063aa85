// Rows that belong together become one entry. Pure.
import { FIELDS, type Field } from './fields'
import type { Mapping } from './mapping'
import type { Table } from './table'

/** One row, its cells under the names of the fields; line breaks of one kind, no spaces around. */
export type Row = { number: number; values: Record<Field, string>; spare: boolean }

export type Group = { key: string; rows: Row[] }

export function groupRows({ columns, rows, together }: Table, mapping: Mapping): Group[] {
  const places = FIELDS.map(
    (field) => [field, mapping[field] === undefined ? -1 : columns.indexOf(mapping[field])] as const,
  )
  const groups = new Map<string, Group>()
  for (const { number, cells } of rows) {
    const values = Object.fromEntries(
      places.map(([field, at]) => [field, (cells[at] ?? '').replace(/\r\n?/g, '\n').trim()]),
    ) as Record<Field, string>
    const spare = cells.slice(columns.length).some((cell) => cell.trim() !== '')
    const row = { number, values, spare }
    // What has no key stands for itself.
    const name = values.key !== '' ? `key ${values.key}` : together ? `number ${number}` : `row ${number}`
    const group = groups.get(name)
    if (group) group.rows.push(row)
    else groups.set(name, { key: values.key, rows: [row] })
  }
  return [...groups.values()]
}
