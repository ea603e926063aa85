// RFC 4180, every cell quoted, and safe to open in a spreadsheet: a text that would be read as a formula is given an apostrophe in
// front, and so is one that begins with an apostrophe, so that taking one away brings every text back.
import { stringify } from 'csv-stringify/sync'

export type Cell = string | number | null

const FORMULA = /^[\s\p{Cc}\p{Cf}\p{Z}]*[=+\-@\t\r'＝＋－＠]/u
const TAB_OR_RETURN = /^[\t\r]/
/** "-2" is a number to a spreadsheet, and must stay one (grafana 17363, woocommerce 25379). */
const PLAIN_NUMBER = /^[+-]?\d+(\.\d+)?$/

/** As it stands in the file. Nothing (null) is an empty cell; an empty text is a lone apostrophe. */
export function encodeCell(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  if (cell === '') return "'"
  if (PLAIN_NUMBER.test(cell)) return cell
  return FORMULA.test(cell) || TAB_OR_RETURN.test(cell) ? `'${cell}` : cell
}

/** What encodeCell was given, as text. */
export function decodeCell(text: string): string | null {
  if (text === '') return null
  return text.startsWith("'") ? text.slice(1) : text
}

export const csvLines = (rows: readonly (readonly Cell[])[]): string =>
  stringify(
    rows.map((row) => row.map(encodeCell)),
    { quoted: true, quoted_empty: true, record_delimiter: '\r\n' },
  )

/** A file as it grows: what of an export is sent is forgotten. */
export function csvStream<Row>(
  columns: Record<string, (row: Row) => Cell>,
  pages: AsyncIterator<readonly Row[]>,
  first: readonly Row[],
): ReadableStream<Uint8Array> {
  const cells = (rows: readonly Row[]) =>
    new TextEncoder().encode(csvLines(rows.map((row) => Object.values(columns).map((read) => read(row)))))
  return new ReadableStream({
    start: (out) => {
      out.enqueue(new TextEncoder().encode(csvLines([Object.keys(columns)])))
      if (first.length > 0) out.enqueue(cells(first))
    },
    pull: async (out) => {
      const page = await pages.next()
      if (page.done) out.close()
      else out.enqueue(cells(page.value))
    },
    cancel: async () => {
      await pages.return?.()
    },
  })
}
