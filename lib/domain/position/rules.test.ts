import fc from 'fast-check'
import { expect, test } from 'vitest'
import { SHIFT_KINDS } from '@/lib/domain/shift/kinds'
import { STANCES } from '@/lib/domain/stance/scale'
import { addDays } from '@/lib/domain/time/day'
import { type Held, inOrder, positionOn, shiftsOf } from './rules'

const anyDay = fc.integer({ min: 0, max: 400 }).map((days) => addDays('2025-01-01', days))
const anyEntries = fc
  .array(
    fc.record({ heldFrom: anyDay, stance: fc.constantFrom(...STANCES), kind: fc.constantFrom(null, ...SHIFT_KINDS) }),
    { maxLength: 30 },
  )
  .map((entries) => entries.map((entry, ordinal): Held => ({ ...entry, ordinal })))

const held = (heldFrom: string, stance: Held['stance'], kind: Held['kind'] = null, ordinal = 0): Held => ({
  heldFrom,
  stance,
  kind,
  ordinal,
})

test('the position is the entry with the latest day not after the day asked for, whatever order the entries come in', () => {
  fc.assert(
    fc.property(anyEntries, anyDay, (entries, day) => {
      const position = positionOn(inOrder(entries), day)
      const candidates = entries.filter((entry) => entry.heldFrom <= day)
      if (candidates.length === 0) return position === null
      const best = candidates.reduce((a, b) =>
        b.heldFrom > a.heldFrom || (b.heldFrom === a.heldFrom && b.ordinal > a.ordinal) ? b : a,
      )
      return position?.entry === best
    }),
  )
})

test('entries held later change nothing about an earlier day', () => {
  fc.assert(
    fc.property(anyEntries, anyDay, (entries, day) => {
      const known = positionOn(inOrder(entries.filter((entry) => entry.heldFrom <= day)), day)
      expect(positionOn(inOrder(entries), day)).toEqual(known)
    }),
  )
})

test('the run is unbroken, of one stance, ends with the position, and what came before it differs', () => {
  fc.assert(
    fc.property(anyEntries, anyDay, (entries, day) => {
      const position = positionOn(inOrder(entries), day)
      if (!position) return
      const { entry, run, before } = position
      expect(run.at(-1)).toBe(entry)
      expect(run.every((one) => one.stance === entry.stance)).toBe(true)
      if (before) expect(before.stance).not.toBe(entry.stance)
      const ordered = inOrder(entries).filter((one) => one.heldFrom <= day)
      expect(ordered.slice(-run.length)).toEqual(run)
      expect(ordered.at(-run.length - 1) ?? null).toBe(before)
    }),
  )
})

test('every change of stance is a shift, a reaffirmation never is, and the first entry always is', () => {
  fc.assert(
    fc.property(anyEntries, (entries) => {
      const ordered = inOrder(entries)
      const shifts = new Set(shiftsOf(ordered).map(({ entry }) => entry))
      for (const [at, entry] of ordered.entries()) {
        const previous = ordered[at - 1]
        if (!previous || previous.stance !== entry.stance) expect(shifts.has(entry)).toBe(true)
        else if (entry.kind === null || entry.kind === 'reaffirmation') expect(shifts.has(entry)).toBe(false)
      }
    }),
  )
})

test('a reaffirmation resets the clock without a shift', () => {
  const entries = [
    held('2025-01-01', 'rejects', 'new-position'),
    held('2025-03-01', 'accepts', 'reversal'),
    held('2025-06-01', 'accepts', 'reaffirmation'),
  ]
  const position = positionOn(entries, '2025-12-31')
  expect(position?.entry.heldFrom).toBe('2025-06-01')
  expect(position?.run[0]?.heldFrom).toBe('2025-03-01')
  expect(position?.before?.stance).toBe('rejects')
  expect(position?.shift.entry.heldFrom).toBe('2025-03-01')
})

test('new terms at the same stance are a shift when the coder marks them', () => {
  const entries = [held('2025-01-01', 'demands', 'new-position'), held('2025-03-01', 'demands', 'hardening')]
  expect(positionOn(entries, '2025-03-01')?.shift.entry.heldFrom).toBe('2025-03-01')
  expect(positionOn(entries, '2025-02-28')?.shift.entry.heldFrom).toBe('2025-01-01')
})

test('there is no position before the first entry', () => {
  expect(positionOn([held('2025-01-02', 'demands')], '2025-01-01')).toBeNull()
  expect(positionOn([], '2025-01-01')).toBeNull()
})
