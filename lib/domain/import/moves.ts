// What readers would see change if all that an import brings were published. Pure.
import type { CellEntry } from '@/lib/domain/draft/cell'
import type { DraftContent } from '@/lib/domain/draft/content'
import { type Held, inOrder, positionOn } from '@/lib/domain/position/rules'
import { type Spread, spreadOf } from '@/lib/domain/spread/rules'
import type { Stance } from '@/lib/domain/stance/scale'
import type { Day } from '@/lib/domain/time/day'

type Shown = { stance: Stance; heldFrom: Day } | null

/** One cell that rows bring something for: what it shows as of today, before and after, and how many entries it gains. */
export type Move = { demand: string; party: string; from: Shown; to: Shown; entries: number }
export type SpreadMove = { demand: string; from: Spread | null; to: Spread | null }

export type Moves = { cells: Move[]; spreads: SpreadMove[] }

type Placed = Held & { party: string }

export const moves = ({ from, to }: Pick<Move, 'from' | 'to'>): boolean => from?.stance !== to?.stance

export function movesOf(
  contents: readonly DraftContent[],
  record: readonly (CellEntry & { demand: string })[],
  today: Day,
): Moves {
  const before = new Map<string, Placed[]>()
  const after = new Map<string, Placed[]>()
  const touched = new Map<string, { party: string; demand: string; entries: number }>()
  const put = (map: Map<string, Placed[]>, cell: string, entry: Placed) => {
    const list = map.get(cell)
    if (list) list.push(entry)
    else map.set(cell, [entry])
  }
  for (const { demand, ...entry } of record) {
    put(before, `${demand} ${entry.party}`, entry)
    put(after, `${demand} ${entry.party}`, entry)
  }
  for (const [at, { party, demand, heldFrom, stance, shiftType }] of contents.entries()) {
    const cell = `${demand} ${party}`
    const entry = { party, heldFrom, stance: stance as Stance, kind: shiftType || null, ordinal: 1e9 + at }
    put(after, cell, entry)
    const known = touched.get(cell)
    if (known) known.entries++
    else touched.set(cell, { party, demand, entries: 1 })
  }
  const shown = (entries: readonly Placed[] | undefined): Shown => {
    const position = positionOn(inOrder(entries ?? []), today)
    return position && { stance: position.entry.stance, heldFrom: position.entry.heldFrom }
  }
  const cells = [...touched].map(([cell, { party, demand, entries }]) => ({
    demand,
    party,
    from: shown(before.get(cell)),
    to: shown(after.get(cell)),
    entries,
  }))
  const byPlace = (a: Move, b: Move) =>
    a.demand < b.demand ? -1 : a.demand > b.demand ? 1 : a.party < b.party ? -1 : a.party > b.party ? 1 : 0
  const spreadIn = (map: Map<string, Placed[]>, demand: string) =>
    spreadOf(
      [...map].filter(([cell]) => cell.startsWith(`${demand} `)).map(([, entries]) => shown(entries)?.stance ?? null),
    )
  const spreads = [...new Set(cells.map(({ demand }) => demand))]
    .sort()
    .map((demand) => ({ demand, from: spreadIn(before, demand), to: spreadIn(after, demand) }))
    .filter(({ from, to }) => from?.steps !== to?.steps || from?.holders !== to?.holders)
  return { cells: cells.sort(byPlace), spreads }
}
