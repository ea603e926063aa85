// What a text is: JSON, or a table with its separator. Pure.

export type Form = 'json' | '\t' | ';' | ','

/** By its first sign and by what its first line is parted with, outside of quotation marks. A tab decides, since nobody types one. */
export function formOf(text: string): Form {
  const start = text.replace(/^\uFEFF/, '').trimStart()
  if (start.startsWith('[') || start.startsWith('{')) return 'json'
  const line = firstLine(start)
  if (line.includes('\t')) return '\t'
  const count = (sign: string) => line.split(sign).length
  return count(';') > count(',') ? ';' : ','
}

/** The first line with what stands between quotation marks taken out. No further than a line of names can be long. */
function firstLine(text: string): string {
  let quoted = false
  let line = ''
  for (const letter of text.slice(0, 20_000)) {
    if (letter === '"') quoted = !quoted
    else if (!quoted && (letter === '\n' || letter === '\r')) break
    else if (!quoted) line += letter
  }
  return line
}
