// The pages of a party, a demand and the events, from the same record.
import { describe, expect, test } from 'vitest'
import { buildDemand } from '@/lib/domain/demand/build'
import { gapsOf } from '@/lib/domain/demand/gaps'
import { buildEvents } from '@/lib/domain/event/build'
import { citation, entry, record } from '@/tests/made/small-record'
import { buildParty } from './build'

const TODAY = '2024-07-01'
const TALKS = record([
  entry('north', 'border', '2024-01-10', 'rejects', { id: 'a' }),
  entry('north', 'border', '2024-02-10', 'accepts', { id: 'b', kind: 'reversal', event: 'round' }),
  entry('south', 'border', '2024-02-10', 'ambiguous', {
    id: 'c',
    citations: [citation('state', { attribution: 'reported' })],
  }),
  entry('north', 'missiles', '2024-06-20', 'demands', { id: 'd' }),
  entry('north', 'border', '2024-06-30', 'accepts', { id: 'e', kind: 'reaffirmation' }),
])

describe('a party', () => {
  const said = new Map([['envoy', { citations: 3, lastSaid: '2024-02-10' }]])
  const north = buildParty(TALKS, 'north', TODAY, said)

  test('has its stances in the order of the table, what it asks for, and its moves newest first', () => {
    expect(north?.stances.map(({ slug, topic, raised, position }) => [slug, topic, raised, position?.entry])).toEqual([
      ['border', 'Land', true, 'e'],
      ['missiles', 'Arms', true, 'd'],
    ])
    expect(north?.moves.map(({ id }) => id)).toEqual(['d', 'b', 'a'])
    expect(north).toMatchObject({
      place: 0,
      entries: 4,
      shifts: 3,
      today: TODAY,
      others: [{ slug: 'south', shortName: 'south' }],
    })
    expect(north?.speakers).toMatchObject([{ slug: 'envoy', citations: 3, lastSaid: '2024-02-10' }])
  })

  test('without words of its own has places for them', () => {
    const south = buildParty(TALKS, 'south', TODAY, said)
    expect(south).toMatchObject({ place: 1, entries: 1, speakers: [] })
    expect(south?.stances.map(({ raised, position }) => [raised, position?.stance ?? null])).toEqual([
      [false, 'ambiguous'],
      [false, null],
    ])
    expect(buildParty(TALKS, 'nobody', TODAY, said)).toBeNull()
  })

  test('has speakers by how often they are cited', () => {
    const more = {
      ...TALKS,
      speakers: ['x', 'y'].map((slug) => ({ slug, name: slug, office: '', party: 'north', affiliation: null })),
    }
    const view = buildParty(more, 'north', TODAY, new Map([['y', { citations: 1, lastSaid: null }]]))
    expect(view?.speakers.map(({ slug, citations }) => [slug, citations])).toEqual([
      ['y', 1],
      ['x', 0],
    ])
  })
})

describe('a demand', () => {
  const border = buildDemand(TALKS, 'border', TODAY)

  test('has each party’s line, newest first, and all entries in the order of time', () => {
    expect(
      border?.parties.map(({ slug, place, entries }) => [
        slug,
        place,
        entries.map(({ id, isShift }) => `${id}${isShift ? '*' : ''}`),
      ]),
    ).toEqual([
      ['north', 0, ['e', 'b*', 'a*']],
      ['south', 1, ['c*']],
    ])
    expect(border?.entries.map(({ id, place }) => `${id}${place}`)).toEqual(['e0', 'b0', 'c1', 'a0'])
    expect(border).toMatchObject({
      topic: 'Land',
      startedOn: '2024-01-01',
      today: TODAY,
      spread: { steps: 0, holders: 1 },
    })
    expect(border?.events.map(({ slug }) => slug)).toEqual(['round', 'summit'])
  })

  test('tells its newest entries in full, up to a number', () => {
    expect(buildDemand(TALKS, 'border', TODAY, 2)?.newest.map(({ id, place, from }) => [id, place, from])).toEqual([
      ['e', 0, 'accepts'],
      ['b', 0, 'rejects'],
    ])
    expect(buildDemand(TALKS, 'nothing', TODAY)).toBeNull()
  })

  test('says what is missing on it', () => {
    const words = (slug: string, today = TODAY) =>
      gapsOf(buildDemand(TALKS, slug, today) ?? { parties: [], today }).map(
        ({ party, place, words: text }) => `${party}${place}: ${text}`,
      )
    expect(words('border')).toEqual([
      'north0: single source',
      'south1: single source',
      'south1: reported, not on the record',
      'south1: state media only',
      'south1: ambiguous: no place on the scale',
    ])
    expect(words('missiles')).toEqual(['north0: single source', 'south1: no stated position'])
    expect(words('missiles', '2024-12-16')).toEqual(['north0: single source', 'south1: no stated position'])
    expect(words('missiles', '2024-12-17')[0]).toBe('north0: last restated 180 days ago')
  })
})

describe('events', () => {
  test('each have what shifted from then until the next', () => {
    const { steps, before, negotiation } = buildEvents(TALKS)
    expect(negotiation).toEqual({ slug: 'talks', title: 'Talks' })
    expect(
      steps.map(({ slug, next, until, shifts, moves }) => [slug, next, until, shifts, moves.map(({ id }) => id)]),
    ).toEqual([
      ['summit', null, null, 1, ['d']],
      ['round', 'Summit', '2024-05-31', 2, ['b', 'c']],
    ])
    expect(before.moves.map(({ id }) => id)).toEqual(['a'])
    expect(steps[0]).toMatchObject({ participants: [{ slug: 'north', name: 'The north', place: 0 }], source: null })
  })

  test('of one day take the shifts of their own occasion', () => {
    const [round] = TALKS.events
    if (!round) throw new Error('There is no event.')
    const events = [
      { ...round, slug: 'late', title: 'Late', source: 'paper' },
      { ...round, source: 'gone' },
    ]
    const { steps } = buildEvents({ ...TALKS, events })
    expect(steps.map(({ slug, until, moves }) => [slug, until, moves.map(({ id }) => id).sort()])).toEqual([
      ['round', null, ['b', 'c', 'd']],
      ['late', '2024-02-01', []],
    ])
    expect(steps.map(({ source }) => source?.slug ?? null)).toEqual([null, 'paper'])
  })
})
