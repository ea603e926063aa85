// The cited passages of a source: the words quoted, with what is kept of the text around them. Pure.
import { CONTEXT_LENGTH } from '@/lib/domain/citation/rules'

export type Cited = { entry: string; quote: string; prefix: string; suffix: string }

export type Passage = {
  prefix: string
  quote: string
  suffix: string
  /** True where the stored text goes on, so that the reader is told. */
  before: boolean
  after: boolean
  /** The entries that rest on these words. */
  entries: string[]
}

/** Each passage once, in the order of the first of its entries. */
export function passagesOf(citations: readonly Cited[], order: readonly string[]): Passage[] {
  const passages = new Map<string, Passage>()
  const ranked = [...citations].sort((a, b) => order.indexOf(a.entry) - order.indexOf(b.entry))
  for (const { entry, quote, prefix, suffix } of ranked) {
    const key = JSON.stringify([prefix, quote, suffix])
    const known = passages.get(key)
    if (known) {
      if (!known.entries.includes(entry)) known.entries.push(entry)
      continue
    }
    passages.set(key, {
      // Context of full length was cut at a number of characters: the word it was cut in is left out.
      prefix: isCut(prefix) ? prefix.replace(/^\S*\s/, '') : prefix,
      quote,
      suffix: isCut(suffix) ? suffix.replace(/\s\S*$/, '') : suffix,
      before: isCut(prefix),
      after: isCut(suffix),
      entries: [entry],
    })
  }
  return [...passages.values()]
}

const isCut = (context: string) => [...context].length >= CONTEXT_LENGTH
