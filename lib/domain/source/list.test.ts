import { expect, test } from 'vitest'
import { makeRecord } from '@/tests/made/record'
import { COLUMNS, chooseRows, FIRST_CHOICE, formatChoice, parseChoice, sourceRows } from './list'
import { passagesOf } from './passages'

const rows = sourceRows(makeRecord({ parties: 3, demands: 3, entries: 300 }))

test('the address and the choice are inverses', () => {
  for (const sort of COLUMNS)
    for (const descending of [true, false]) {
      const choice = {
        ...FIRST_CHOICE,
        words: 'a & b',
        kind: 'news',
        grade: 'D',
        label: 'none',
        sort,
        descending,
      } as const
      expect(parseChoice(formatChoice(choice))).toEqual(choice)
    }
  expect(formatChoice(FIRST_CHOICE)).toBe('')
  expect(parseChoice('?sort=-nothing&kind=x&grade=Z&label=1')).toEqual(FIRST_CHOICE)
})

test('rows are filtered and sorted; what shows nothing comes last either way', () => {
  expect(chooseRows(rows, { ...FIRST_CHOICE, grade: 'D' }).every(({ grade }) => grade === 'D')).toBe(true)
  for (const descending of [true, false]) {
    const labels = chooseRows(rows, { ...FIRST_CHOICE, sort: 'label', descending }).map((row) => row.publisherFlag)
    expect(labels.at(-1)).toBeNull()
    expect(labels[0]).toBe('state-media')
  }
  const counts = chooseRows(rows, { ...FIRST_CHOICE, sort: 'entries' }).map(({ entries }) => entries)
  expect(counts).toEqual(counts.toSorted((a, b) => b - a))
  expect(chooseRows(rows, { ...FIRST_CHOICE, words: 'GAZETTE 3 report' }).length).toBeGreaterThan(0)
})

test('words cited twice are one passage, and words cut in two are left out of the context', () => {
  const long = { entry: 'b', quote: 'the words', prefix: 'ut off here, and more of this and', suffix: ' soon' }
  const passages = passagesOf(
    [long, { ...long, entry: 'a' }, { entry: 'a', quote: 'x', prefix: '', suffix: '' }],
    ['a', 'b'],
  )
  expect(passages).toHaveLength(2)
  expect(passages[0]).toMatchObject({
    entries: ['a', 'b'],
    prefix: 'off here, and more of this and',
    before: true,
    after: false,
  })
})
