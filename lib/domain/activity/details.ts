// What an audit row holds beside who, what and when, as lines of text. Pure.

export type DetailLine = { label: string; text: string }

/** No audit row holds a secret. If one ever did, the log would not say it. */
const SECRET = /password|secret|token|cookie|codes$|^hash$|email/i
/** A draft is its author’s alone, also where it is kept in the log because it was thrown away. */
const PRIVATE: Record<string, readonly string[]> = {
  draft: ['content', 'before', 'after'],
  'kept view': ['before', 'after'],
}
/** Numbers of rows say nothing to a person; the page links to what they stand for. */
const INNER = new Set(['id', 'link', 'negotiationId', 'currentTextId', 'version'])
const LONGEST = 400

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** "scopeFrom" and "scope_from" are "Scope from". */
export function labelOf(key: string): string {
  const words = key
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replaceAll('_', ' ')
    .toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

function textOf(value: unknown): string {
  if (value === null || value === undefined || value === '') return 'nothing'
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (Array.isArray(value)) return value.length === 0 ? 'nothing' : cut(value.map(textOf).join(', '))
  if (isObject(value))
    return cut(
      Object.entries(value)
        .filter(([key]) => isShown(key))
        .map(([key, inner]) => `${labelOf(key).toLowerCase()} ${textOf(inner)}`)
        .join(', '),
    )
  return cut(String(value))
}

const cut = (text: string): string => {
  const characters = [...text]
  return characters.length > LONGEST ? `${characters.slice(0, LONGEST - 1).join('')}…` : text
}

const isShown = (key: string) => !SECRET.test(key) && !INNER.has(key)

/** A change of facts is told field by field: only those that differ, with both values. */
function changes(before: Record<string, unknown>, after: Record<string, unknown>): DetailLine[] {
  return Object.keys(after)
    .filter((key) => isShown(key) && JSON.stringify(before[key]) !== JSON.stringify(after[key]))
    .map((key) => ({ label: labelOf(key), text: `${textOf(before[key])} → ${textOf(after[key])}` }))
}

export function detailLines(kind: string, details: unknown): DetailLine[] {
  if (!isObject(details)) return []
  const { before, after, ...rest } = details
  const isPrivate = (key: string) => PRIVATE[kind]?.includes(key) ?? false
  const lines = Object.entries(rest)
    .filter(([key]) => isShown(key) && !isPrivate(key) && key !== 'review' && key !== 'undo')
    .map(([key, value]) => ({ label: labelOf(key), text: textOf(value) }))
  if (isPrivate('before')) return lines
  if (isObject(before) && isObject(after)) return [...lines, ...changes(before, after)]
  for (const [key, value] of [
    ['before', before],
    ['after', after],
  ] as const)
    if (value !== undefined) lines.push({ label: labelOf(key), text: textOf(value) })
  return lines
}

export const rowNumber = (details: unknown, key: 'review' | 'undo'): number | null => {
  const value = isObject(details) ? details[key] : null
  return typeof value === 'number' && Number.isSafeInteger(value) ? value : null
}
