import { expect, test } from 'vitest'
import { isStance, SCALE, STANCES, sideOf } from './scale'

test('five steps from +2 to −2 and one aside without a number', () => {
  expect(STANCES.map((stance) => SCALE[stance].value)).toEqual([2, 1, 0, -1, -2, null])
})

test('no two stances share a word or a mark', () => {
  expect(new Set(STANCES.map((stance) => SCALE[stance].label)).size).toBe(STANCES.length)
  expect(new Set(STANCES.map((stance) => SCALE[stance].mark)).size).toBe(STANCES.length)
})

test('a side follows from the sign', () => {
  expect(STANCES.map(sideOf)).toEqual(['for', 'for', 'open', 'against', 'against', 'unclear'])
})

test('only the six words are stances', () => {
  expect(isStance('demands')).toBe(true)
  for (const word of ['Demands', 'neutral', '', 'constructor', 'supports']) expect(isStance(word)).toBe(false)
})
