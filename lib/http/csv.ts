// RFC 4180, every cell quoted, and safe to open in a spreadsheet (lib/csv-cell.ts).
import { stringify } from 'csv-stringify/sync'
import { type Cell, encodeCell } from '@/lib/csv-cell'

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
