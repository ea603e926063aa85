// A cell of a table that is safe to open in a spreadsheet: a text that would be read as a formula is given an apostrophe in front, and so
// is one that begins with an apostrophe, so that taking one away brings every text back.

export type Cell = string | number | null

const FORMULA = /^[\s\p{Cc}\p{Cf}\p{Z}]*[=+\-@\t\r'＝＋－＠]/u
const TAB_OR_RETURN = /^[\t\r]/
/** "-2" is a number to a spreadsheet, and must stay one (grafana 17363, woocommerce 25379). */
const PLAIN_NUMBER = /^[+-]?\d+(\.\d+)?$/

const needsApostrophe = (text: string) => text === '' || FORMULA.test(text) || TAB_OR_RETURN.test(text)

/** As it stands in the file. Nothing (null) is an empty cell; an empty text is a lone apostrophe. */
export function encodeCell(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  if (PLAIN_NUMBER.test(cell)) return cell
  return needsApostrophe(cell) ? `'${cell}` : cell
}

/** What encodeCell was given, as text. */
export function decodeCell(text: string): string | null {
  if (text === '') return null
  return text.startsWith("'") ? text.slice(1) : text
}

/** The same for a file that somebody else may have written: an apostrophe that encodeCell would not have put there is a letter of the text. */
export function decodeForeignCell(text: string): string {
  return text.startsWith("'") && needsApostrophe(text.slice(1)) ? text.slice(1) : text
}
