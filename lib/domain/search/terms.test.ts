import fc from 'fast-check'
import { expect, test } from 'vitest'
import { markWords, wordsOf } from './marks'
import { spellingsOf } from './spellings'
import { parseTerms } from './terms'

test('words, phrases and exclusions', () => {
  expect(parseTerms('Russia "legally binding" -nato troop')).toEqual([
    { any: ['russia'], not: false, begins: false },
    { any: ['legally binding'], not: false, begins: false },
    { any: ['nato'], not: true, begins: false },
    { any: ['troop'], not: false, begins: true },
  ])
})

test('a finished word is not the beginning of one', () => {
  expect(parseTerms('troop ').at(-1)?.begins).toBe(false)
  expect(parseTerms('"troop').at(-1)).toMatchObject({ any: ['troop'] })
})

test('with nothing to look for there are no terms', () => {
  for (const text of ['', '  ', '-nato', '""', '—', '*:&|!']) expect(parseTerms(text), text).toEqual([])
})

test('any text is parsed into few terms of letters and digits, in any spelling of the house', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
      const terms = parseTerms(text)
      expect(terms.length).toBeLessThanOrEqual(12)
      for (const { any } of terms) for (const spelling of any) expect(spelling).toMatch(/[\p{L}\p{N}]/u)
    }),
  )
})

test('spellings are the same from whichever one starts', () => {
  for (const group of [
    ['zelenskyy', 'zelensky', 'zelenskiy'],
    ['kyiv', 'kiev'],
    ['podolsky', 'podolskyi'],
    ['demilitarisation', 'demilitarization'],
  ])
    for (const one of group) expect(spellingsOf(one)).toEqual(expect.arrayContaining(group))
})

test('marking keeps every character, and marks whole words', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.nat(), (text, seed) => {
      const words = wordsOf([text])
      const found = new Set(words.filter((_, at) => (at + seed) % 2 === 0))
      const pieces = markWords(text, found)
      expect(pieces.map((piece) => piece.text).join('')).toBe(text)
      const marked = pieces.filter((piece) => piece.found).flatMap((piece) => wordsOf([piece.text]))
      for (const word of marked) expect(found).toContain(word)
    }),
  )
  expect(markWords('Kyiv says no', new Set(['kyiv']))).toEqual([
    { text: 'Kyiv', found: true },
    { text: ' says no', found: false },
  ])
})

test('a word with a hyphen is one term, in all its ways of writing', () =>
  expect(parseTerms('cease-fire now')[0]?.any).toEqual(['cease fire', 'ceasefire']))
