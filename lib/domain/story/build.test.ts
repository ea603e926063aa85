import { expect, test } from 'vitest'
import { recordUpTo } from '@/lib/domain/embed/record-up-to'
import { citation, entry, record } from '@/tests/made/small-record'
import { buildStory } from './build'

const TALKS = record([
  entry('north', 'border', '2024-02-01', 'accepts', {
    id: 'b',
    event: 'round',
    citations: [citation('paper', { speaker: 'envoy' }), citation('nowhere')],
  }),
  entry('north', 'border', '2024-01-10', 'rejects', {
    id: 'a',
    event: 'gone',
    citations: [citation('paper', { attribution: 'leaked', speaker: 'nobody' })],
  }),
  entry('north', 'border', '2024-03-01', 'accepts', { id: 'c', kind: 'reaffirmation' }),
  entry('south', 'border', '2024-03-01', 'rejects', { id: 'd' }),
])

test('a story is the entries of its cell, newest first, each told with what it follows', () => {
  const story = buildStory(TALKS, 'border', 'north', '2024-07-01')
  expect(story?.entries.map(({ id, from, isShift, onRecord }) => ({ id, from, isShift, onRecord }))).toEqual([
    { id: 'c', from: 'accepts', isShift: false, onRecord: true },
    { id: 'b', from: 'rejects', isShift: true, onRecord: true },
    { id: 'a', from: null, isShift: true, onRecord: false },
  ])
  const [, second, first] = story?.entries ?? []
  expect(second?.event).toEqual({ slug: 'round', title: 'Round', date: '2024-02-01', endDate: '2024-02-02' })
  expect(second?.citations).toMatchObject([
    { source: { slug: 'paper' }, speaker: { name: 'Envoy' }, quote: 'Words of paper' },
  ])
  expect([first?.event, first?.citations[0]?.speaker]).toEqual([null, null])
  expect(story).toMatchObject({
    negotiation: { slug: 'talks', title: 'Talks' },
    demand: { slug: 'border' },
    party: { slug: 'north' },
    startedOn: '2024-01-01',
    today: '2024-07-01',
    known: null,
  })
  expect(story?.parties).toEqual([
    { slug: 'north', shortName: 'north' },
    { slug: 'south', shortName: 'south' },
  ])
  expect(story?.events[0]).toEqual({ slug: 'round', title: 'Round', date: '2024-02-01' })
})

test('a cell without entries has an empty story; what is no cell has none', () => {
  expect(buildStory(TALKS, 'missiles', 'south', '2024-07-01')?.entries).toEqual([])
  expect(buildStory(TALKS, 'nothing', 'south', '2024-07-01')).toBeNull()
  expect(buildStory(TALKS, 'border', 'nobody', '2024-07-01')).toBeNull()
})

test('a frozen view has nothing of later days', () => {
  const then = recordUpTo(TALKS, '2024-02-01')
  expect(then.entries.map(({ id }) => id)).toEqual(['b', 'a'])
  expect(then.events.map(({ slug }) => slug)).toEqual(['round'])
  expect(recordUpTo(TALKS, '2024-01-31').events).toEqual([])
})
