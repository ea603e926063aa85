import fc from 'fast-check'
import { expect, test } from 'vitest'
import { verbatim } from '@/lib/domain/text/schema'
import { normaliseText } from './normalise'

const odd = fc.constantFrom(
  ...'\r\n\t\v\f\u0085\u00a0\u2003\u200b\u200c\u200d\u00ad\u202e\u2028\ufeff\u0301\u0000 ae\u03a9\u212b',
  'سم',
  'न्',
  '👩',
  '“',
  '—',
)
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(odd, { maxLength: 40 }).map((parts) => parts.join('')),
)

test('a text that was normalised is not changed by it again, and can be stored', () => {
  fc.assert(
    fc.property(anyText, (given) => {
      const text = normaliseText(given.toWellFormed())
      expect(normaliseText(text)).toBe(text)
      expect(text).toBe(text.normalize('NFC'))
      expect(text).not.toMatch(/\n{3}| \n|\r|\t/)
      if (text && !text.includes('\uFFFD')) expect(verbatim(1_000_000).safeParse(text).success).toBe(true)
    }),
    { numRuns: 3_000 },
  )
})

test('quotation marks, dashes and letters stay as they are; joiners stay where they spell', () => {
  for (const text of ['“It’s already a compromise” — he said', 'می‌خواهم', 'क्‍ष', 'Слава', 'a  b'])
    expect(normaliseText(text)).toBe(text)
  expect(normaliseText('co\u00adop\u200berate\u00a0now \r\n\r\n\r\n\r\nnext\u200d')).toBe('cooperate now\n\nnext')
})

test('a long line of spaces is no work', () => {
  const long = `${' '.repeat(400_000)}a`
  expect(normaliseText(long.repeat(3))).toHaveLength(800_003)
})
