// What a file of the record holds of a stored text: short ones whole, of longer ones the cited passages. Pure.
import { EXCERPT_LONGEST } from '@/lib/domain/source/schema'

const CUT = ' […] '
/** A text up to this length is an excerpt itself (data/codebook.md). */
const WHOLE = 600
const OPENING = 200

/** Every quotation is found in it. A long text that nothing is cited from is told by its opening. */
export function excerptOf(text: string, quotes: readonly string[]): string {
  if (text.length <= WHOLE && quotes.every((quote) => text.includes(quote))) return text
  const passages = [...new Set(quotes)].filter(
    (quote, _, all) => !all.some((other) => other !== quote && other.includes(quote)),
  )
  const inOrder = passages.map((quote) => ({ quote, at: text.indexOf(quote) })).sort((a, b) => a.at - b.at)
  const excerpt = inOrder.map(({ quote }) => quote).join(CUT)
  if (excerpt.length > EXCERPT_LONGEST)
    throw new Error(
      `The passages cited from one source are longer than the ${EXCERPT_LONGEST} characters that a file may hold of it.`,
    )
  return excerpt || [...text].slice(0, OPENING).join('').trimEnd()
}

type StoredText = { text: string; origin: string }

/**
 * Whether an excerpt brings nothing new to a source with these texts, the one in force first: it is that text; or a text was stored at the desk
 * since, and every passage of the excerpt stands in one of them.
 */
export function isToldBy(excerpt: string, [inForce, ...older]: readonly StoredText[]): boolean {
  if (!inForce || inForce.text === excerpt) return inForce !== undefined
  const passages = excerpt.split(CUT)
  return (
    inForce.origin !== 'import' &&
    passages.every((passage) => [inForce, ...older].some(({ text }) => text.includes(passage)))
  )
}
