// What a reader typed, as the terms that the database looks for (search_query in the migration "search" reads them).
import { LONGEST_QUESTION } from './kinds'
import { spellingsOf } from './spellings'

export type Term = {
  /** One of these must be found; several words in one follow each other. */
  any: string[]
  /** After a minus: none of them may be found. */
  not: boolean
  /** The last word while it is typed: the beginning of a word is enough. */
  begins: boolean
}

const MOST_TERMS = 12
const PIECE = /(-?)(?:["“„”]([^"“„”]*)["“”]?|([^\s"“„”]+))/gu
const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}'’ʼʹ`]*/gu

/**
 * `Kiev "security guarantees" -NATO`: every word, in any spelling; words in quotation marks one after the other; none after a minus.
 * Empty when there is nothing to look for.
 */
export function parseTerms(question: string): Term[] {
  const text = question.slice(0, LONGEST_QUESTION).toWellFormed().toLowerCase().normalize('NFC')
  const terms: Term[] = []
  for (const [, minus, phrase, word] of text.matchAll(PIECE)) {
    const words = [...(phrase ?? word ?? '').matchAll(WORD)].map(([one]) => one)
    const not = minus === '-'
    if (words.length === 0) continue
    if (phrase !== undefined) terms.push({ any: [words.join(' ')], not, begins: false })
    else if (not) terms.push({ any: [words.join(' ')], not, begins: false })
    else if (word?.includes('-') && words.length > 1) terms.push({ any: hyphened(words), not, begins: false })
    else for (const one of words) terms.push({ any: spellingsOf(one), not, begins: false })
  }
  const last = terms.at(-1)
  if (last && !last.not && /[\p{L}\p{N}]$/u.test(text)) last.begins = true
  const few = terms.slice(0, MOST_TERMS)
  return few.some(({ not }) => !not) ? few : []
}

/** "cease-fire" is also written "cease fire" and "ceasefire". */
const hyphened = (words: string[]) => [...new Set([words.join(' '), ...spellingsOf(words.join(''))])]
