import { expect, test } from 'vitest'
import { buildParty } from '@/lib/domain/party/build'
import { listMoves } from '@/lib/domain/shift/moves'
import { makeRecord } from '@/tests/made/record'
import { buildEvents } from './build'

const made = makeRecord({ parties: 3, demands: 4, entries: 90 })
const event = {
  slug: 'a',
  title: 'A',
  date: '2022-01-01',
  endDate: null,
  place: null,
  participants: [],
  kind: 'talks' as const,
  source: null,
}
const record = {
  ...made,
  events: [event, { ...event, slug: 'c', date: '2024-01-01' }, { ...event, slug: 'b', date: '2024-01-01' }],
}

test('every shift stands once, after the event it follows and before the next', () => {
  const { steps, before } = buildEvents(record)
  expect(steps.map(({ slug }) => slug)).toEqual(['b', 'c', 'a'])
  const all = [...before.moves, ...steps.flatMap(({ moves }) => moves)].map(({ id }) => id)
  expect(all.toSorted()).toEqual(
    listMoves(record)
      .map(({ id }) => id)
      .sort(),
  )
  expect(before.moves.every(({ heldFrom }) => heldFrom < '2022-01-01')).toBe(true)
  expect(steps[2]?.moves.every(({ heldFrom }) => heldFrom >= '2022-01-01' && heldFrom < '2024-01-01')).toBe(true)
})

test('of two events on one day, a shift stands with its own occasion', () => {
  const id = listMoves(record).find(({ heldFrom }) => heldFrom > '2024-01-01')?.id
  const entries = record.entries.map((entry) => (entry.id === id ? { ...entry, event: 'c' } : entry))
  const { steps } = buildEvents({ ...record, entries })
  expect(steps.find(({ slug }) => slug === 'c')?.moves.map((move) => move.id)).toEqual([id])
})

test('a party has its own shifts and its speakers with what they are cited for', () => {
  const said = new Map([['speaker-1', { citations: 7, lastSaid: '2025-01-01' }]])
  const party = buildParty(record, 'party-1', '2026-06-01', said)
  expect(party?.moves).toEqual(listMoves(record).filter((move) => move.party === 'party-1'))
  expect(party?.speakers).toMatchObject([{ slug: 'speaker-1', citations: 7, lastSaid: '2025-01-01' }])
  expect(buildParty(record, 'party-2', '2026-06-01', said)?.speakers).toMatchObject([{ citations: 0, lastSaid: null }])
  expect(party?.stances).toHaveLength(4)
  expect(buildParty(record, 'absent', '2026-06-01', said)).toBeNull()
})
