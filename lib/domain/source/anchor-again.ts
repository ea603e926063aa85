// Where words cited from an older text of a source stand in a newer one. Pure.
import { anchorOf } from '@/lib/domain/citation/rules'

export type Standing =
  /** The same words, in the same surroundings or others. */
  | { state: 'found' | 'moved' }
  /** Other words stand between the same surroundings. */
  | { state: 'changed'; wordsNow: string }
  | { state: 'vanished' }

type Cited = { quote: string; prefix: string; suffix: string }

// Shorter surroundings stand in too many places to say anything.
const LEAST_CONTEXT = 12

export function standingOf({ quote, prefix, suffix }: Cited, text: string): Standing {
  if (text.includes(prefix + quote + suffix)) return { state: 'found' }
  if (anchorOf(quote, text)) return { state: 'moved' }
  const like = findLike(quote, text)
  if (like) return { state: 'changed', wordsNow: like }
  const between = findBetween(prefix, suffix, text, quote.length)
  return between === null ? { state: 'vanished' } : { state: 'changed', wordsNow: between }
}

/** The same letters with other marks, spaces or capitals. */
function findLike(quote: string, text: string): string | null {
  const letters = quote.match(/[\p{L}\p{N}]+/gu)
  if (!letters || quote.length > 400) return null
  const pattern = new RegExp(letters.join('[^\\p{L}\\p{N}]{1,4}'), 'iu')
  return pattern.exec(text)?.[0] ?? null
}

function findBetween(prefix: string, suffix: string, text: string, length: number): string | null {
  if (prefix.trim().length < LEAST_CONTEXT || suffix.trim().length < LEAST_CONTEXT) return null
  const from = text.indexOf(prefix)
  if (from < 0) return null
  const start = from + prefix.length
  const end = text.indexOf(suffix, start)
  return end < 0 || end - start > 3 * length + 200 ? null : text.slice(start, end)
}
