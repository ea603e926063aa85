import { expect, test } from 'vitest'
import { citation, entry, record, source } from '@/tests/made/small-record'
import { coverageOf } from './coverage'

test('a record is counted for what it covers and where it is weak', () => {
  const state = citation('state', { attribution: 'reported' })
  const coverage = coverageOf(
    record(
      [
        entry('north', 'border', '2025-03-01', 'accepts', {
          shift: { type: 'reversal', basis: 'source', note: null },
          kind: 'reversal',
          citations: [citation('paper'), state],
        }),
        entry('north', 'border', '2024-02-01', 'rejects', {
          citations: [state, citation('friendly', { attribution: 'reported' })],
          datePrecision: 'month',
        }),
        entry('north', 'border', '2025-04-01', 'accepts', {
          kind: 'reaffirmation',
          citations: [citation('state'), citation('state')],
        }),
        entry('south', 'border', '2025-01-01', 'demands', { citations: [citation('nowhere')] }),
      ],
      {
        sources: [
          source('paper'),
          source('state', { publisherFlag: 'state-media', grade: 'D', published: null }),
          source('friendly', { publisherFlag: 'pro-government', grade: 'E' }),
        ],
      },
    ),
  )
  expect(coverage).toEqual({
    ...{ entries: 4, citations: 7, sources: 3, first: '2024-02-01', last: '2025-04-01' },
    years: [
      { year: '2024', parties: [1, 0], all: 1 },
      { year: '2025', parties: [2, 1], all: 3 },
    ],
    ...{ cells: 4, emptyCells: 2, singleSource: 2, lowGrade: 2, inferredDays: 1, undatedSources: 1 },
    ...{ shifts: 3, shiftsSaidBySource: 1 },
    parties: [
      { name: 'The north', entries: 3, notOnRecord: 1, stateMedia: 2 },
      { name: 'The south', entries: 1, notOnRecord: 0, stateMedia: 0 },
    ],
  })
  expect(coverageOf(record([]))).toMatchObject({ entries: 0, first: null, last: null, years: [], emptyCells: 4 })
})
