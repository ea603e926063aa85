import fc from 'fast-check'
import { expect, test } from 'vitest'
import { SCALE, STANCES } from '@/lib/domain/stance/scale'
import { spreadLabel, spreadOf } from './rules'

const anyStances = fc.array(fc.constantFrom(null, ...STANCES), { maxLength: 12 })

test('spread is the largest pairwise distance among the stances that have a number', () => {
  fc.assert(
    fc.property(anyStances, (stances) => {
      const values = stances.flatMap((stance) => (stance ? (SCALE[stance].value ?? []) : []))
      const distances = values.flatMap((a) => values.map((b) => Math.abs(a - b)))
      const spread = spreadOf(stances)
      if (values.length === 0) expect(spread).toBeNull()
      else expect(spread).toEqual({ steps: Math.max(...distances), holders: values.length })
    }),
  )
})

test('the order of the parties, and those without a number, do not matter', () => {
  fc.assert(
    fc.property(anyStances, (stances) => {
      expect(spreadOf([...stances].reverse().concat('ambiguous', null))).toEqual(spreadOf(stances))
    }),
  )
})

test('spread is said in words, and one party alone is no spread', () => {
  expect(spreadLabel(spreadOf(['demands', 'rejects']))).toBe('opposite ends')
  expect(spreadLabel(spreadOf(['demands', 'conditional', 'accepts']))).toBe('two steps')
  expect(spreadLabel(spreadOf(['demands', 'demands']))).toBe('same step')
  expect(spreadLabel(spreadOf(['demands', 'ambiguous', null]))).toBe('one party only')
  expect(spreadLabel(spreadOf(['ambiguous', null]))).toBe('no stance to compare')
})
