// Where the lines of a demand's chart run: one step line for each party, set apart so that equal stances do not hide each other. Pure.
import { SCALE, STANCES, type Stance } from '@/lib/domain/stance/scale'
import type { Day } from '@/lib/domain/time/day'
import type { DemandParty, LineEntry } from './view'

export type Frame = { left: number; right: number; top: number; step: number; first: Day; last: Day }

/** How far apart the lines of two neighbouring parties run on one stance. */
const APART = 5

export type Point = { entry: LineEntry; x: number; y: number }
export type Line = {
  party: DemandParty
  points: Point[]
  /** The steps from the first entry to the last, and the flat rest up to today, for which nothing newer is recorded. */
  steps: string
  carried: string
  /** Where the line ends. */
  end: number
}

const instant = (day: Day) => Date.parse(`${day}T00:00:00Z`)

export function xOf(day: Day, { left, right, first, last }: Frame): number {
  const span = Math.max(1, instant(last) - instant(first))
  return round(left + ((instant(day) - instant(first)) / span) * (right - left))
}

/** The height of a stance's row; the aside without a number has its own row below the others. */
export const rowOf = (stance: Stance, { top, step }: Frame): number =>
  top + (SCALE[stance].value === null ? STANCES.indexOf(stance) : 2 - (SCALE[stance].value ?? 0)) * step

export function linesOf(parties: DemandParty[], frame: Frame): Line[] {
  const drawn = parties.filter(({ entries }) => entries.length > 0)
  return drawn.map((party, at) => {
    const nudge = (at - (drawn.length - 1) / 2) * APART
    const points = party.entries.toReversed().map((entry) => ({
      entry,
      x: xOf(entry.heldFrom, frame),
      y: round(rowOf(entry.stance, frame) + nudge),
    }))
    const [start, ...rest] = points as [Point, ...Point[]]
    const end = rest.at(-1) ?? start
    return {
      party,
      points,
      steps: rest.reduce((path, { x, y }) => `${path}H${x}V${y}`, `M${start.x} ${start.y}`),
      carried: `M${end.x} ${end.y}H${frame.right}`,
      end: end.y,
    }
  })
}

/** The heights of the labels at the ends of the lines, as near to their lines as `gap` between any two allows. */
export function spreadLabels(lines: Line[], gap: number): Map<string, number> {
  const ordered = [...lines].sort((a, b) => a.end - b.end)
  const places = ordered.map(({ end }) => end)
  // Neighbours push each other apart by turns; a handful of lines comes to rest long before this.
  for (let turn = 0; turn < 40; turn++) {
    for (let at = 1; at < places.length; at++) {
      const [above = 0, below = 0] = [places[at - 1], places[at]]
      const overlap = gap - (below - above)
      if (overlap > 0.01) {
        places[at - 1] = above - overlap / 2
        places[at] = below + overlap / 2
      }
    }
  }
  return new Map(ordered.map(({ party }, at) => [party.slug, round(places[at] ?? 0)]))
}

const round = (value: number) => Math.round(value * 10) / 10
