// What an import is read from: columns and rows of text, whatever form it came in.

export type TableRow = {
  /** As the file counts: the line of names is 1, the first row 2. Of JSON, the number of the entry. */
  number: number
  cells: string[]
}

export type Table = {
  columns: string[]
  rows: TableRow[]
  /** Rows with the same number are one entry, also without a key: the citations of one JSON object. */
  together: boolean
}

export const MOST_ROWS = 20_000
