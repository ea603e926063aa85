import fc from 'fast-check'
import { expect, test } from 'vitest'
import { standingOf } from './anchor-again'
import { slugFor } from './new-slug'
import { LIKE_ENOUGH, likeness, sketchOf } from './sketch'
import { diffTexts } from './text-diff'

const cited = { quote: 'we agree to a pause', prefix: 'said on Monday that ', suffix: ' from the first day' }

test.each([
  ['He said on Monday that we agree to a pause from the first day.', { state: 'found' }],
  ['In short, we agree to a pause.', { state: 'moved' }],
  [
    'He said on Monday that “We agree, to a  pause” from the first day.',
    { state: 'changed', wordsNow: 'We agree, to a  pause' },
  ],
  ['He said on Monday that they may agree from the first day.', { state: 'changed', wordsNow: 'they may agree' }],
  ['He said nothing.', { state: 'vanished' }],
])('in “%s” the words are %o', (text, standing) => expect(standingOf(cited, text)).toEqual(standing))

test('what stands between the same surroundings is told where these say enough, and where it is not a whole page', () => {
  const long = { quote: 'x y z', prefix: 'a dozen news ', suffix: ' twelve those' }
  const between = (words: string, around = long) => standingOf(around, `So: ${around.prefix}${words}${around.suffix}.`)
  expect(between('other')).toEqual({ state: 'changed', wordsNow: 'other' })
  // Eleven letters are too few, spaces around them are none.
  expect(between('other', { ...long, prefix: '  a dozen new ' })).toEqual({ state: 'vanished' })
  expect(between('other', { ...long, suffix: ' twelve then  ' })).toEqual({ state: 'vanished' })
  expect(between('o'.repeat(3 * 5 + 200))).toMatchObject({ state: 'changed' })
  expect(between('o'.repeat(3 * 5 + 201))).toEqual({ state: 'vanished' })
  expect(standingOf(long, `twelve those other ${long.prefix}`)).toEqual({ state: 'vanished' })
  expect(standingOf(long, `other${long.suffix}`)).toEqual({ state: 'vanished' })
})

test('the same letters with other marks are looked for in quotations of a usual length', () => {
  const words = (count: number) => Array.from({ length: count }, () => 'abcd').join(' ')
  const standing = (quote: string) => standingOf({ quote, prefix: '', suffix: '' }, quote.replaceAll(' ', ', '))
  expect(standing(`${words(79)} abcde`)).toMatchObject({ state: 'changed' })
  expect(standing(`${words(80)} ab`)).toEqual({ state: 'vanished' })
  expect(standingOf({ quote: '—', prefix: '', suffix: '' }, 'no dash')).toEqual({ state: 'vanished' })
})

test('words full of signs are looked for as they are', () => {
  for (const quote of ['a.*b (c)+ [d', '\\', '$1 ^'])
    expect(standingOf({ quote, prefix: '', suffix: '' }, `x ${quote} y`)).toEqual({ state: 'found' })
})

const text = fc
  .array(fc.constantFrom('a', 'b ', 'c\n', 'word ', 'שלום', '\n\n'), { maxLength: 60 })
  .map((parts) => parts.join(''))

test('the difference holds both texts whole', () => {
  fc.assert(
    fc.property(text, text, (older, newer) => {
      const runs = diffTexts(older, newer)
      const without = (kind: string) =>
        runs
          .filter((run) => run.kind !== kind)
          .map((run) => run.text)
          .join('')
      expect(without('new').trimEnd()).toBe(older.trimEnd())
      expect(without('old').trimEnd()).toBe(newer.trimEnd())
    }),
  )
})

test('a copy with other edges is alike, another article is not, a short text says nothing', () => {
  const words = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => `word${from + at}`).join(' ')
  expect(likeness(sketchOf(words(0, 400)), sketchOf(words(0, 400)))).toBe(1)
  expect(likeness(sketchOf(words(0, 400)), sketchOf(`By our staff. ${words(10, 400)}`))).toBeGreaterThan(LIKE_ENOUGH)
  expect(likeness(sketchOf(words(0, 400)), sketchOf(words(400, 800)))).toBe(0)
  expect(sketchOf(words(0, 40))).toEqual([])
  expect(likeness([], [])).toBe(0)
})

test.each([
  [
    { publisher: 'Le Monde', published: '2024-05-01', title: 'L’été à Kyiv', url: null },
    'le-monde-2024-05-01-l-ete-a-kyiv',
  ],
  [
    { publisher: 'Українська правда', published: null, title: 'Заголовок', url: 'https://www.pravda.com.ua/x' },
    'pravda-com-ua',
  ],
  [{ publisher: '新华社', published: null, title: '', url: null }, 'source'],
])('a name in an address is made of what can be written there', (source, slug) => expect(slugFor(source)).toBe(slug))

test('however long the title, the name is whole words and short', () => {
  const slug = slugFor({ publisher: 'A', published: null, title: 'word '.repeat(60), url: null })
  expect(slug).toMatch(/^a(-word)+$/)
  expect(slug.length).toBeLessThanOrEqual(70)
})
