// From the published record to one demand: every party's position now, its line over time, and the newest entries. Pure.
import { buildComparison, cellKey, entriesByCell } from '@/lib/domain/comparison/build'
import type { CellPosition } from '@/lib/domain/comparison/view'
import type { PublishedEntry, PublishedRecord } from '@/lib/domain/negotiation/record'
import { isShift } from '@/lib/domain/shift/rules'
import { spreadOf } from '@/lib/domain/spread/rules'
import { storyEntriesOf } from '@/lib/domain/story/build'
import type { StoryEntry } from '@/lib/domain/story/view'
import type { Day } from '@/lib/domain/time/day'
import type { DemandParty, DemandView, LineEntry } from './view'

/** Entries that the page of a demand tells in full; of more the newest. */
export const MOST_IN_FULL = 100

/** Null when the demand is not in the record. */
export function buildDemand(
  record: PublishedRecord,
  slug: string,
  today: Day,
  most: number = MOST_IN_FULL,
): DemandView | null {
  const demand = record.demands.find((candidate) => candidate.slug === slug)
  if (!demand) return null
  // The rest of the table is not asked for, so it is not built.
  const row = buildComparison({ ...record, demands: [demand] }, today, today).demands[0]
  const lines = entriesByCell(record.entries.filter((entry) => entry.demand === slug))
  const inFull = storyEntriesOf(record)
  const told = new Map<string, StoryEntry>()
  for (const line of lines.values())
    for (const [at, entry] of line.entries()) told.set(entry.id, inFull(entry, line[at - 1] ?? null))
  const view = demandOf(record, slug, today, lines, (party) => row?.cells[party]?.position ?? null)
  return view && { ...view, newest: tellNewest(view, most, told) }
}

export const tellNewest = (
  { entries }: Pick<DemandView, 'entries'>,
  most: number,
  told: ReadonlyMap<string, StoryEntry>,
): DemandView['newest'] =>
  entries.slice(0, most).flatMap(({ id, place }) => {
    const entry = told.get(id)
    return entry ? [{ ...entry, place }] : []
  })

type Around = Pick<PublishedRecord, 'negotiation' | 'demands' | 'parties' | 'topics' | 'events'>

/** An entry as the lines need it. */
export type Dated = Pick<
  PublishedEntry,
  'id' | 'party' | 'heldFrom' | 'datePrecision' | 'stance' | 'summary' | 'kind' | 'event'
>

/** All but the entries told in full, from the line of each cell, oldest first, wherever these come from. */
export function demandOf(
  record: Around,
  slug: string,
  today: Day,
  lines: ReadonlyMap<string, readonly Dated[]>,
  positionOf: (party: string) => CellPosition | null,
): Omit<DemandView, 'newest'> | null {
  const demand = record.demands.find((candidate) => candidate.slug === slug)
  if (!demand) return null
  const parties = record.parties.map(
    (party, place): DemandParty => ({
      slug: party.slug,
      name: party.name,
      shortName: party.shortName,
      place,
      position: positionOf(party.slug),
      entries: lineOf(lines.get(cellKey(party.slug, slug)) ?? []),
    }),
  )
  return {
    negotiation: { slug: record.negotiation.slug, title: record.negotiation.title },
    demand,
    topic: record.topics.find((topic) => topic.slug === demand.topic)?.title ?? '',
    parties,
    spread: spreadOf(parties.map(({ position }) => position?.stance ?? null)),
    entries: parties
      .flatMap((party) => party.entries.map((entry) => ({ ...entry, place: party.place })))
      // The sort is stable: entries of one day stay in the order of the parties.
      .sort((a, b) => (a.heldFrom > b.heldFrom ? -1 : a.heldFrom < b.heldFrom ? 1 : 0)),
    events: record.events
      .map(({ slug: event, title, date, endDate }) => ({ slug: event, title, date, endDate }))
      .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0)),
    startedOn: record.negotiation.startedOn,
    today,
  }
}

/** Newest first, from the line of one cell, oldest first. */
const lineOf = (line: readonly Dated[]): LineEntry[] =>
  line
    .map(
      (entry, at): LineEntry => ({
        id: entry.id,
        heldFrom: entry.heldFrom,
        datePrecision: entry.datePrecision,
        stance: entry.stance,
        summary: entry.summary,
        event: entry.event,
        isShift: isShift(line[at - 1] ?? null, entry),
      }),
    )
    .reverse()
