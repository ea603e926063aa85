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

/** The columns in words: slugs, stances and kinds. */
export type ShiftColumns = Pick<ShiftTable, 'entry' | 'on' | 'sources'> & {
  party: string[]
  demand: string[]
  from: (Stance | null)[]
  to: Stance[]
  kind: (ShiftKind | null)[]
  bySource: boolean[]
  speaker: (string | null)[]
}

export function buildShiftTable(record: PublishedRecord): ShiftTable {
  const shifts = [...entriesByCell(record.entries).values()].flatMap((entries) => shiftsOf(entries))
  shifts.sort((a, b) =>
    a.entry.heldFrom === b.entry.heldFrom
      ? b.entry.ordinal - a.entry.ordinal
      : a.entry.heldFrom < b.entry.heldFrom
        ? 1
        : -1,
  )
  return shiftTableOf(record, {
    entry: shifts.map(({ entry }) => entry.id),
    on: shifts.map(({ entry }) => entry.heldFrom),
    party: shifts.map(({ entry }) => entry.party),
    demand: shifts.map(({ entry }) => entry.demand),
    from: shifts.map(({ from }) => from?.stance ?? null),
    to: shifts.map(({ entry }) => entry.stance),
    kind: shifts.map(({ entry }) => entry.kind),
    bySource: shifts.map(({ entry }) => entry.shift?.basis === 'source'),
    speaker: shifts.map(({ entry }) => entry.citations.find(({ speaker }) => speaker !== null)?.speaker ?? null),
    sources: shifts.map(({ entry }) => new Set(entry.citations.map(({ source }) => source)).size),
  })
}

/** The table of columns in words, wherever they come from. */
export function shiftTableOf(
  { parties, demands, speakers }: Pick<PublishedRecord, 'parties' | 'demands' | 'speakers'>,
  columns: ShiftColumns,
): ShiftTable {
  const places = (list: readonly { slug: string }[]) => new Map(list.map(({ slug }, at) => [slug, at]))
  const [partyPlace, demandPlace, speakerPlace] = [places(parties), places(demands), places(speakers)]
  return {
    parties: parties.map(({ slug, name }) => ({ slug, name })),
    demands: demands.map(({ slug, title }) => ({ slug, title })),
    speakers: speakers.map(({ name }) => name),
    entry: columns.entry,
    on: columns.on,
    party: columns.party.map((slug) => partyPlace.get(slug) ?? -1),
    demand: columns.demand.map((slug) => demandPlace.get(slug) ?? -1),
    from: columns.from.map((stance) => (stance ? STANCES.indexOf(stance) : -1)),
    to: columns.to.map((stance) => STANCES.indexOf(stance)),
    kind: columns.kind.map((kind) => (kind ? SHIFT_KINDS.indexOf(kind) : -1)),
    bySource: columns.bySource.map(Number),
    speaker: columns.speaker.map((slug) => (slug ? (speakerPlace.get(slug) ?? -1) : -1)),
    sources: columns.sources,
  }
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
