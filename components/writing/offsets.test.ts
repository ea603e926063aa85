import fc from 'fast-check'
import { expect, test } from 'vitest'
import { segmentsOf, toPoints, toUnits } from './offsets'

const text = fc.string({ unit: 'grapheme', maxLength: 80 })

test('units and code points lead to each other and back', () => {
  fc.assert(
    fc.property(text, fc.nat(200), (words, some) => {
      const points = Math.min(some, [...words].length)
      expect(toPoints(words, toUnits(words, points))).toBe(points)
    }),
  )
})

test('segments are the whole text, and each lies in every span that it names', () => {
  const span = fc.tuple(fc.nat(80), fc.nat(80)).map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }))
  fc.assert(
    fc.property(text, fc.array(span, { maxLength: 4 }), fc.array(span, { maxLength: 4 }), (words, cited, suggested) => {
      const within = (list: typeof cited) =>
        list.map(({ start, end }) => ({ start: Math.min(start, words.length), end: Math.min(end, words.length) }))
      const segments = segmentsOf(words, within(cited), within(suggested))
      expect(segments.map((segment) => segment.text).join('')).toBe(words)
      for (const segment of segments)
        for (const number of segment.cited) {
          const { start, end } = within(cited)[number] as (typeof cited)[number]
          expect(start <= segment.start && segment.end <= end).toBe(true)
        }
    }),
  )
})
