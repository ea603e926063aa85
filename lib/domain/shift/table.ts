// Every dated shift of a negotiation as columns: the flat table that a reader sorts and filters. Columns, not rows, because a
// hundred thousand of them travel to the browser. Pure.
import { entriesByCell } from '@/lib/domain/comparison/build'
import type { PublishedRecord } from '@/lib/domain/negotiation/record'
import { shiftsOf } from '@/lib/domain/position/rules'
import { STANCES, type Stance } from '@/lib/domain/stance/scale'
import type { Day } from '@/lib/domain/time/day'
import { SHIFT_KINDS, type ShiftKind } from './kinds'

export type ShiftTable = {
  parties: { slug: string; name: string }[]
  demands: { slug: string; title: string }[]
  /** Names of speakers; a row points here. */
  speakers: string[]
  /** One item a shift in each, newest first. Numbers are places in the lists above, in STANCES and in SHIFT_KINDS; −1 for none. */
  entry: string[]
  on: Day[]
  party: number[]
  demand: number[]
  from: number[]
  to: number[]
  kind: number[]
  /** 1 where the source itself calls it a change. */
  bySource: number[]
  speaker: number[]
  sources: number[]
}

export type ShiftRow = {
  entry: string
  on: Day
  party: { slug: string; name: string }
  place: number
  demand: { slug: string; title: string }
  from: Stance | null
  to: Stance
  kind: ShiftKind | null
  bySource: boolean
  speaker: string | null
  sources: number
}

export function buildShiftTable(record: PublishedRecord): ShiftTable {
  const parties = record.parties.map(({ slug, name }) => ({ slug, name }))
  const demands = record.demands.map(({ slug, title }) => ({ slug, title }))
  const partyPlace = new Map(parties.map(({ slug }, at) => [slug, at]))
  const demandPlace = new Map(demands.map(({ slug }, at) => [slug, at]))
  const speakerPlace = new Map(record.speakers.map(({ slug }, at) => [slug, at]))
  const shifts = [...entriesByCell(record.entries).values()].flatMap((entries) => shiftsOf(entries))
  shifts.sort((a, b) =>
    a.entry.heldFrom === b.entry.heldFrom
      ? b.entry.ordinal - a.entry.ordinal
      : a.entry.heldFrom < b.entry.heldFrom
        ? 1
        : -1,
  )
  return {
    parties,
    demands,
    speakers: record.speakers.map(({ name }) => name),
    entry: shifts.map(({ entry }) => entry.id),
    on: shifts.map(({ entry }) => entry.heldFrom),
    party: shifts.map(({ entry }) => partyPlace.get(entry.party) ?? -1),
    demand: shifts.map(({ entry }) => demandPlace.get(entry.demand) ?? -1),
    from: shifts.map(({ from }) => (from ? STANCES.indexOf(from.stance) : -1)),
    to: shifts.map(({ entry }) => STANCES.indexOf(entry.stance)),
    kind: shifts.map(({ entry }) => (entry.kind ? SHIFT_KINDS.indexOf(entry.kind) : -1)),
    bySource: shifts.map(({ entry }) => (entry.shift?.basis === 'source' ? 1 : 0)),
    speaker: shifts.map(({ entry }) => {
      const spoken = entry.citations.find(({ speaker }) => speaker !== null)?.speaker
      return spoken ? (speakerPlace.get(spoken) ?? -1) : -1
    }),
    sources: shifts.map(({ entry }) => new Set(entry.citations.map(({ source }) => source)).size),
  }
}

/** The first rows of a table, with its lists whole. */
export function firstShifts(table: ShiftTable, count: number): ShiftTable {
  const columns = ['entry', 'on', 'party', 'demand', 'from', 'to', 'kind', 'bySource', 'speaker', 'sources'] as const
  return {
    ...table,
    ...Object.fromEntries(columns.map((column) => [column, table[column].slice(0, count)])),
  } as ShiftTable
}

export function shiftRow(table: ShiftTable, at: number): ShiftRow {
  const place = table.party[at] ?? 0
  return {
    entry: table.entry[at] ?? '',
    on: table.on[at] ?? '',
    party: table.parties[place] ?? { slug: '', name: '' },
    place,
    demand: table.demands[table.demand[at] ?? 0] ?? { slug: '', title: '' },
    from: STANCES[table.from[at] ?? -1] ?? null,
    to: STANCES[table.to[at] ?? 0] ?? 'ambiguous',
    kind: SHIFT_KINDS[table.kind[at] ?? -1] ?? null,
    bySource: table.bySource[at] === 1,
    speaker: table.speakers[table.speaker[at] ?? -1] ?? null,
    sources: table.sources[at] ?? 0,
  }
}
