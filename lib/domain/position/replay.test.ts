// 10,000 histories of entries that are published, corrected, re-coded, withdrawn and published again: all revisions, played again, give the
// present and every past, and the rules derive from them what somebody finds who only ever kept the present.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { SHIFT_KINDS } from '@/lib/domain/shift/kinds'
import { STANCES, type Stance } from '@/lib/domain/stance/scale'
import { type Published, replay, type Saved } from '@/tests/replay'
import { positionOn, shiftsOf } from './rules'

const CELLS = ['russia nato', 'ukraine nato', 'ukraine donbas']
const DAYS = ['2025-01-01', '2025-01-02', '2025-01-03', '2025-01-04']
/** HISTORIES=100000 plays for longer. */
const HISTORIES = Number(process.env.HISTORIES ?? 10_000)

type Happening = { what: number; at: number; day: number; stance: number; kind: number; cell: number }

/** One number for each happening, which its parts are read from: a tenth of the time of drawing every part. */
const MOST = 10 * 30 * DAYS.length * CELLS.length * STANCES.length * (SHIFT_KINDS.length + 1)
function happening(number: number): Happening {
  let rest = number
  const take = (below: number) => {
    const part = rest % below
    rest = (rest - part) / below
    return part
  }
  return {
    ...{ what: take(10), at: take(30), day: take(DAYS.length), cell: take(CELLS.length) },
    ...{ stance: take(STANCES.length), kind: take(SHIFT_KINDS.length + 1) },
  }
}
const anyHistory = fc
  .array(fc.nat(MOST - 1), { minLength: 1, maxLength: 30, size: 'max' })
  .map((numbers) => numbers.map(happening))

const instant = (second: number) => new Date(Date.UTC(2026, 0, 1, 0, 0, second)).toISOString()

/** Keeps nothing but the present, as a page that is written over. */
type Present = Map<string, Saved>

/** The latest day, then the higher ordinal, looked for one by one; and the shift by walking up to it. */
function naive(present: Present, cell: string, day: string) {
  let last: Saved | null = null
  for (const one of present.values())
    if (one.cell === cell && one.heldFrom <= day)
      if (!last || one.heldFrom > last.heldFrom || (one.heldFrom === last.heldFrom && one.ordinal > last.ordinal))
        last = one
  if (!last) return null
  const comesBefore = (a: Saved, b: Saved) => `${a.heldFrom} ${1000 + a.ordinal}` < `${b.heldFrom} ${1000 + b.ordinal}`
  const beforeOf = (of: Saved) => {
    let before: Saved | null = null
    for (const one of present.values())
      if (one.cell === cell && comesBefore(one, of) && (!before || comesBefore(before, one))) before = one
    return before
  }
  const moved = (one: Saved, before: Saved | null) =>
    !before || before.stance !== one.stance || (one.kind !== null && one.kind !== 'reaffirmation')
  let shift = last
  for (let before = beforeOf(shift); !moved(shift, before) && before; before = beforeOf(shift)) shift = before
  return { entry: last.entry, revision: last.revision, shift: shift.entry, from: beforeOf(shift)?.stance ?? null }
}

type Said = { entry: string; revision: number; shift: string; from: Stance | null } | null
type Instant = { at: string; present: Present }

const everywhere = CELLS.flatMap((cell) => DAYS.map((day) => [cell, day] as const))
const inWords = (shown: Iterable<Saved>) => [...shown].map(({ entry, revision }) => `${entry} ${revision}`).sort()

/** Lives through a history: what is added to the record, and what stood on the page after each thing that happened. */
function live(history: readonly Happening[]) {
  const saved: Saved[] = []
  const published: Published[] = []
  const present: Present = new Map()
  const instants: Instant[] = []
  let entries = 0
  for (const [second, { what, at, day, stance, kind, cell }] of history.entries()) {
    const known = entries > 0 ? `e${at % entries}` : null
    const begins = known === null || what < 4
    const entry = begins ? `e${entries++}` : known
    const before = saved.findLast((one) => one.entry === entry)
    if (what === 4 && before && present.has(entry)) {
      const revision = (present.get(entry) as Saved).revision
      published.push({ entry, revision, kind: 'withdrawal', at: instant(second) })
      present.delete(entry)
    } else if (what === 5 && before) {
      // Back to an earlier saved state, which is a revision of its own.
      const earlier = saved.filter((one) => one.entry === entry)[0] as Saved
      const state = { ...earlier, revision: before.revision + 1 }
      saved.push(state)
      published.push({ entry, revision: state.revision, kind: 'correction', at: instant(second) })
      present.set(entry, state)
    } else {
      const state: Saved = {
        ...{ entry, cell: before?.cell ?? (CELLS[cell] as string), revision: (before?.revision ?? 0) + 1 },
        ...{ ordinal: Number(entry.slice(1)), heldFrom: DAYS[day] as string, stance: STANCES[stance] as Stance },
        kind: SHIFT_KINDS[kind] ?? null,
      }
      saved.push(state)
      // Some are saved and rejected, or lie in review: readers never see them.
      if (what !== 6) {
        published.push({
          ...{ entry, revision: state.revision, at: instant(second) },
          kind: published.some((one) => one.entry === entry) ? (what % 2 ? 'correction' : 'recoding') : 'first',
        })
        present.set(entry, state)
      }
    }
    instants.push({ at: instant(second), present: new Map(present) })
  }
  return { saved, published, instants }
}

const derived = (cells: Map<string, Saved[]>): Said[] =>
  everywhere.map(([cell, day]) => {
    const position = positionOn(cells.get(cell) ?? [], day)
    return (
      position && {
        entry: position.entry.entry,
        revision: position.entry.revision,
        shift: position.shift.entry.entry,
        from: position.shift.from?.stance ?? null,
      }
    )
  })

test(`${HISTORIES.toLocaleString('en-GB')} histories, played again, give the present and every instant of the past`, () => {
  const met = { instants: 0, withdrawals: 0, corrections: 0, unpublished: 0 }
  fc.assert(
    fc.property(anyHistory, fc.nat(), (history, draw) => {
      const { saved, published, instants } = live(history)
      const now = instants.at(-1) as Instant
      const past = instants[draw % instants.length] as Instant
      for (const [known, { present }] of [
        [null, now],
        [past.at, past],
      ] as const) {
        const cells = replay(saved, published, known)
        expect(inWords([...cells.values()].flat())).toEqual(inWords(present.values()))
        expect(derived(cells)).toEqual(everywhere.map(([cell, day]) => naive(present, cell, day)))
      }
      met.instants += instants.length
      met.withdrawals += published.filter(({ kind }) => kind === 'withdrawal').length
      met.corrections += published.filter(({ kind }) => kind === 'correction' || kind === 'recoding').length
      met.unpublished += saved.length - published.filter(({ kind }) => kind !== 'withdrawal').length
    }),
    { numRuns: HISTORIES },
  )
  for (const [what, times] of Object.entries(met)) expect(times, what).toBeGreaterThan(HISTORIES / 10)
})

test('a withdrawn entry takes its shift with it, and gives it back when it is published again', () => {
  const state = (entry: string, ordinal: number, stance: Stance, revision = 1): Saved => ({
    ...{ entry, cell: 'russia nato', revision, ordinal, stance, kind: null, heldFrom: DAYS[ordinal] as string },
  })
  const saved = [state('a', 0, 'rejects'), state('b', 1, 'accepts'), state('c', 2, 'accepts')]
  const published = saved.map(({ entry }, second) => ({ entry, revision: 1, kind: 'first', at: instant(second) }))
  const gone = [...published, { entry: 'b', revision: 1, kind: 'withdrawal', at: instant(3) }]
  const back = [...gone, { entry: 'b', revision: 1, kind: 'correction', at: instant(4) }]
  const shifts = (list: Published[], known: string | null = null) =>
    shiftsOf(replay(saved, list, known).get('russia nato') ?? []).map(({ entry }) => entry.entry)
  expect(shifts(published)).toEqual(['a', 'b'])
  expect(shifts(gone)).toEqual(['a', 'c'])
  expect(shifts(back)).toEqual(['a', 'b'])
  expect(shifts(back, instant(3))).toEqual(['a', 'c'])
  expect(shifts(back, instant(2))).toEqual(['a', 'b'])
})
