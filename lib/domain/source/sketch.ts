// A few numbers that two copies of an article share for the most part, however their edges differ. Pure.

const WORDS = /[\p{L}\p{N}]+/gu
const AT_ONCE = 5
const SIZE = 64
/** Below this a text is too short to be told from others by its words. */
const LEAST_WORDS = 60

/** The smallest hashes of all runs of five words; empty for a short text. */
export function sketchOf(text: string): number[] {
  const words = text.toLowerCase().match(WORDS) ?? []
  if (words.length < LEAST_WORDS) return []
  const hashes = new Set<number>()
  for (let at = 0; at + AT_ONCE <= words.length; at++) hashes.add(hashOf(words.slice(at, at + AT_ONCE).join(' ')))
  return [...hashes].sort((a, b) => a - b).slice(0, SIZE)
}

/** The share of runs that two texts have in common, from 0 to 1, as far as their sketches tell. */
export function likeness(a: readonly number[], b: readonly number[]): number {
  if (a.length === 0 || b.length === 0) return 0
  const [inA, inB] = [new Set(a), new Set(b)]
  const smallest = [...new Set([...a, ...b])].sort((one, other) => one - other).slice(0, SIZE)
  return smallest.filter((hash) => inA.has(hash) && inB.has(hash)).length / smallest.length
}

/** From here on a text is offered as a copy of another: a few paragraphs differ at most. */
export const LIKE_ENOUGH = 0.5

/** FNV-1a, as a signed 32-bit number, which is what PostgreSQL's integer holds. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash | 0
}
