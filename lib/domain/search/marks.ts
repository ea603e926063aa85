// Marks the found words where they stand. Which words were found, the database says: it knows their stems.

export type Piece = { text: string; found: boolean }

const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}'’]*/gu

/** Every different word of the texts, in small letters. */
export const wordsOf = (texts: readonly string[]): string[] => [
  ...new Set(texts.flatMap((text) => [...text.matchAll(WORD)].map(([word]) => word.toLowerCase()))),
]

/** The text in pieces, whole again when joined; `found` holds words in small letters. */
export function markWords(text: string, found: ReadonlySet<string>): Piece[] {
  const pieces: Piece[] = []
  const add = (part: string, hit: boolean) => {
    const last = pieces.at(-1)
    if (part === '') return
    if (last && last.found === hit) last.text += part
    else pieces.push({ text: part, found: hit })
  }
  let at = 0
  for (const match of text.matchAll(WORD)) {
    add(text.slice(at, match.index), false)
    add(match[0], found.has(match[0].toLowerCase()))
    at = match.index + match[0].length
  }
  add(text.slice(at), false)
  return pieces
}
