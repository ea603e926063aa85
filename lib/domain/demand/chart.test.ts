import { expect, test } from 'vitest'
import { makeRecord } from '@/tests/made/record'
import { buildDemand } from './build'
import { type Frame, linesOf, rowOf, spreadLabels, xOf } from './chart'
import { gapsOf, LONG_SILENCE } from './gaps'

const record = makeRecord({ parties: 4, demands: 2, entries: 120 })
const view = buildDemand(record, 'demand-1', '2026-06-01')
if (!view) throw new Error('the demand is there')
const frame: Frame = { left: 100, right: 900, top: 20, step: 40, first: '2021-01-01', last: '2026-06-01' }

test('time runs from edge to edge, and each stance has its row', () => {
  expect(xOf('2021-01-01', frame)).toBe(100)
  expect(xOf('2026-06-01', frame)).toBe(900)
  expect(
    ['demands', 'accepts', 'conditional', 'opposes', 'rejects', 'ambiguous'].map((stance) =>
      rowOf(stance as 'demands', frame),
    ),
  ).toEqual([20, 60, 100, 140, 180, 220])
})

test('every entry is a point, and no two lines share a height', () => {
  const lines = linesOf(view.parties, frame)
  expect(lines.map(({ points }) => points.length)).toEqual(view.parties.map(({ entries }) => entries.length))
  const heights = lines.map(({ points }) => new Set(points.map(({ y }) => y)))
  for (const [at, mine] of heights.entries())
    for (const other of heights.slice(at + 1)) expect([...mine].filter((height) => other.has(height))).toEqual([])
})

test('labels keep their distance and their order', () => {
  const lines = linesOf(view.parties, frame).map((line) => ({ ...line, end: 50 }))
  const places = [...spreadLabels(lines, 17).values()].sort((a, b) => a - b)
  for (const [at, place] of places.entries())
    if (at > 0) expect(place - (places[at - 1] as number)).toBeGreaterThanOrEqual(16.8)
  expect(places.reduce((sum, place) => sum + place, 0) / places.length).toBeCloseTo(50, 0)
})

test('the demand is whole: every entry of it, newest first', () => {
  expect(view.entries).toHaveLength(record.entries.filter(({ demand }) => demand === 'demand-1').length)
  const days = view.entries.map(({ heldFrom }) => heldFrom)
  expect(days).toEqual(days.toSorted().reverse())
  expect(buildDemand(record, 'absent', '2026-06-01')).toBeNull()
})

test('what is missing is said', () => {
  const [party] = view.parties
  if (!party?.position) throw new Error('the party holds a position')
  const words = (change: object) =>
    gapsOf({ today: view.today, parties: [{ ...party, ...change }] }).map((gap) => gap.words)
  expect(words({ position: null })).toEqual(['no stated position'])
  const fresh = {
    ...party.position,
    heldFrom: view.today,
    sources: 3,
    reported: false,
    stateMedia: false,
    stance: 'demands',
  }
  expect(words({ position: fresh })).toEqual([])
  expect(words({ position: { ...fresh, heldFrom: '2025-01-01', sources: 1 } })).toEqual([
    'last restated 516 days ago',
    'single source',
  ])
  expect(LONG_SILENCE).toBeLessThan(516)
})
