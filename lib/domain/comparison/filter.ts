// Which rows a reader's choices leave, and what the rows are ordered by. Pure, so that the table and its tests agree.

import type { ShiftKind } from '@/lib/domain/shift/kinds'
import { type Spread, spreadOf } from '@/lib/domain/spread/rules'
import { SCALE } from '@/lib/domain/stance/scale'
import type { DatePrecision, Day } from '@/lib/domain/time/day'
import type { ComparisonState } from './address'
import { type CellPosition, type CellState, type ComparisonView, cellState, type DemandRow } from './view'

/** Lower case, without accents and with plain apostrophes, so that a search is forgiving of how a word is typed. */
export const fold = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').replace(/[‘’ʼ]/g, "'").toLowerCase()

type Choice = Pick<ComparisonState, 'words' | 'topics' | 'parties' | 'stances' | 'movedSince' | 'onRecordOnly'>

/** A choice without the topics and parties that this negotiation does not have, as an old address may name them. */
export function knownOnly<Wider extends Choice>(view: ComparisonView, choice: Wider): Wider {
  return {
    ...choice,
    topics: choice.topics.filter((topic) => view.topics.some(({ slug }) => slug === topic)),
    parties: choice.parties.filter((party) => view.parties.some(({ slug }) => slug === party)),
  }
}

/** The rows that fit every filter, among the parties shown. */
export function filterDemands(view: ComparisonView, shown: readonly string[], choice: Choice): DemandRow[] {
  const words = fold(choice.words).split(/\s+/).filter(Boolean)
  const watched = choice.parties.length > 0 ? shown.filter((party) => choice.parties.includes(party)) : shown
  return view.demands.filter((demand) => {
    if (choice.topics.length > 0 && !choice.topics.includes(demand.topic)) return false
    if (words.length > 0) {
      const text = fold(textOf(demand, shown, choice.onRecordOnly))
      if (!words.every((word) => text.includes(word))) return false
    }
    if (choice.parties.length === 0 && choice.stances.length === 0 && !choice.movedSince) return true
    return watched.some((party) => fits(stateOf(demand, party, choice.onRecordOnly), choice))
  })
}

/** Whether one cell is of a stance asked for and moved within the window asked for. A first position is no move: what was before is not known. */
export function fits(
  { position }: CellState,
  { stances, movedSince }: Pick<Choice, 'stances' | 'movedSince'>,
): boolean {
  if (!position) return false
  if (stances.length > 0 && !stances.includes(position.stance)) return false
  return movedSince === null || hasMovedSince(position, movedSince)
}

export const hasMovedSince = ({ shift }: CellPosition, day: Day): boolean => !shift.first && shift.on >= day

export function stateOf(demand: DemandRow, party: string, onRecordOnly: boolean): CellState {
  const cell = demand.cells[party]
  return cell ? cellState(cell, onRecordOnly) : { position: null, today: { stance: null, since: 'same' } }
}

function textOf(demand: DemandRow, shown: readonly string[], onRecordOnly: boolean): string {
  const cells = shown.flatMap((party) => {
    const { position } = stateOf(demand, party, onRecordOnly)
    return position ? [position.summary, position.terms ?? '', position.quotes] : []
  })
  return [demand.title, demand.proposition, ...cells].join('\n')
}

export type RowFigures = {
  spread: Spread | null
  /** Entries of the row up to the day. */
  entries: number
  /** The day of the latest shift of the row, and every party that shifted on it. */
  shift: { on: Day; by: { party: string; precision: DatePrecision; kind: ShiftKind | null }[] } | null
}

/** What is derived of a row from the cells that are shown. */
export function figuresOf(demand: DemandRow, shown: readonly string[], onRecordOnly: boolean): RowFigures {
  const states = shown.map((party) => ({ party, position: stateOf(demand, party, onRecordOnly).position }))
  const on = latestDay(states.flatMap(({ position }) => position?.shift.on ?? []))
  const by = states.flatMap(({ party, position }) =>
    position && position.shift.on === on
      ? [{ party, precision: position.shift.precision, kind: position.shift.kind }]
      : [],
  )
  return {
    spread: spreadOf(states.map(({ position }) => position?.stance ?? null)),
    entries: states.reduce((sum, { position }) => sum + (position?.entries ?? 0), 0),
    shift: on === null ? null : { on, by },
  }
}

/** When a party last changed a stance or its terms, on any demand, by the entries that count; a first position is no change. */
export function lastMoveOf(
  view: ComparisonView,
  party: string,
  onRecordOnly: boolean,
): { on: Day; precision: DatePrecision } | null {
  const moves = view.demands.flatMap((demand) => {
    const shift = stateOf(demand, party, onRecordOnly).position?.shift
    return shift && !shift.first ? [shift] : []
  })
  const on = latestDay(moves.map((move) => move.on))
  return moves.find((move) => move.on === on) ?? null
}

const latestDay = (days: Day[]): Day | null => days.toSorted().at(-1) ?? null

/** The number a cell is sorted by: its stance; ambiguous and unstated have none and come last either way. */
export const sortValue = ({ position }: CellState): number | undefined =>
  position ? (SCALE[position.stance].value ?? undefined) : undefined
