import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ATTRIBUTIONS } from './kinds'
import { anchorOf, CONTEXT_LENGTH, isOnRecord } from './rules'

const anyText = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 80 })

test('the anchor cuts exactly the quotation and its surroundings out of the text, counted in code points', () => {
  fc.assert(
    fc.property(anyText, anyText, anyText, (before, quote, after) => {
      const text = before + quote + after
      const anchor = anchorOf(quote, text)
      if (!anchor) throw new Error('not found')
      const points = [...text]
      expect(points.slice(anchor.startsAt, anchor.endsAt).join('')).toBe(quote)
      expect(points.slice(Math.max(0, anchor.startsAt - CONTEXT_LENGTH), anchor.startsAt).join('')).toBe(anchor.prefix)
      expect(points.slice(anchor.endsAt, anchor.endsAt + CONTEXT_LENGTH).join('')).toBe(anchor.suffix)
    }),
  )
})

test('words that differ in one character are not found', () => {
  expect(anchorOf('compromise', 'it is already a Compromise')).toBeNull()
  expect(anchorOf("don't", 'we don’t')).toBeNull()
  expect(anchorOf('', 'anything')).toBeNull()
})

test('on the record is what a party published, said in public, or told of a talk itself; nothing unnamed, leaked or reported', () => {
  expect(ATTRIBUTIONS.filter(isOnRecord)).toEqual(['official-document', 'on-record', 'readout'])
})
