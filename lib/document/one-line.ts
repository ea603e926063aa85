/** A name or title as it may stand in a field: one line, nothing invisible, not longer than the field. */
export function oneLine(text: unknown, longest: number): string {
  if (typeof text !== 'string') return ''
  const plain = text
    .slice(0, 20 * longest)
    .replace(/\s+/gu, ' ')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\uFFFD]/gu, '')
    .normalize('NFC')
    .trim()
  if (plain.length <= longest) return plain
  return `${plain
    .slice(0, longest - 1)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trimEnd()}…`
}
