// The names of the columns: each must say which one it is.
import { refuseTable } from './refuse-table'

export const MOST_COLUMNS = 60
const LONGEST_NAME = 100

/** The names, trimmed; a column without one is called by its number. Refused where two have the same name. */
export function checkColumns(names: readonly string[]): string[] {
  if (names.length > MOST_COLUMNS)
    throw refuseTable(`It has more than ${MOST_COLUMNS} columns: take out those that hold nothing of an entry.`)
  const columns = names.map((name, at) => name.toWellFormed().replaceAll('\0', '').trim() || `Column ${at + 1}`)
  const long = columns.find((name) => name.length > LONGEST_NAME)
  if (long)
    throw refuseTable(`A column has a name of more than ${LONGEST_NAME} characters: is the line of names missing?`)
  const twice = columns.find((name, at) => columns.indexOf(name) < at)
  if (twice) throw refuseTable(`Two columns are called “${twice}”: give each a name of its own.`)
  return columns
}
