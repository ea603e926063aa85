// What of a stored text a file holds, and whether a file brings a source anything new.
import { expect, test } from 'vitest'
import { excerptOf, isToldBy } from './excerpt'

const long = `${'Before it. '.repeat(40)}The first passage. ${'Between. '.repeat(40)}The second one, told again. ${'After. '.repeat(40)}`

test('a short text is whole, a long one its passages in their order, each once', () => {
  expect(excerptOf('Short.', ['Short'])).toBe('Short.')
  expect(excerptOf('x'.repeat(600), [])).toBe('x'.repeat(600))
  expect(excerptOf(long, ['The second one', 'The first passage.', 'The second one'])).toBe(
    'The first passage. […] The second one',
  )
  // What stands within another passage is told by it.
  expect(excerptOf(long, ['second one', 'The second one, told again.'])).toBe('The second one, told again.')
})

test('a long text that nothing is cited from is told by its opening', () => {
  expect(excerptOf(long, [])).toBe([...long].slice(0, 200).join('').trimEnd())
  expect(excerptOf('y'.repeat(601), [])).toBe('y'.repeat(200))
})

test('a text without a passage in it is not taken for whole', () => {
  expect(excerptOf('Short.', ['elsewhere'])).toBe('elsewhere')
})

test('more than a file may hold is refused', () => {
  const text = 'z'.repeat(30_000)
  expect(excerptOf(text, ['z'.repeat(20_000)])).toHaveLength(20_000)
  expect(() => excerptOf(text, ['z'.repeat(20_001)])).toThrow(/longer than/)
})

test('a file brings nothing new where it is the text in force, or where the desk has its passages', () => {
  const at = (text: string, origin: string) => ({ text, origin })
  expect(isToldBy('A text', [])).toBe(false)
  expect(isToldBy('A text', [at('A text', 'import')])).toBe(true)
  expect(isToldBy('A text', [at('A text and more', 'import')])).toBe(false)
  expect(isToldBy('A text', [at('A text and more', 'fetched')])).toBe(true)
  expect(isToldBy('first […] second', [at('the second', 'pasted'), at('the first', 'import')])).toBe(true)
  expect(isToldBy('first […] third', [at('the second', 'pasted'), at('the first', 'import')])).toBe(false)
})
