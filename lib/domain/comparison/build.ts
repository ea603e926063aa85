// From the published record to the table of one day. Pure.
import { isOnRecord } from '@/lib/domain/citation/rules'
import type { PublishedEntry, PublishedRecord } from '@/lib/domain/negotiation/record'
import { inOrder, positionOn } from '@/lib/domain/position/rules'
import type { Stance } from '@/lib/domain/stance/scale'
import { type Day, daysBetween } from '@/lib/domain/time/day'
import type { Cell, CellPosition, CellState, ComparisonView } from './view'

export function buildComparison(record: PublishedRecord, asOf: Day, today: Day): ComparisonView {
  const cells = entriesByCell(record.entries)
  const stateMedia = new Set(
    record.sources.filter((source) => source.publisherFlag === 'state-media').map((source) => source.slug),
  )
  const held = record.entries.map((entry) => entry.heldFrom).filter((day) => day <= asOf)
  return tableOf(record, { asOf, today, known: null, lastEntryOn: latest(held) }, (party, demand) =>
    buildCell(cells.get(cellKey(party, demand)) ?? [], asOf, today, stateMedia),
  )
}

type Around = Pick<PublishedRecord, 'negotiation' | 'topics' | 'parties' | 'demands'>

/** The table around its cells, wherever those come from. */
export function tableOf(
  { negotiation: { slug, title, summary }, topics, parties, demands }: Around,
  days: Pick<ComparisonView, 'asOf' | 'today' | 'known' | 'lastEntryOn'>,
  cellOf: (party: string, demand: string) => Cell,
): ComparisonView {
  return {
    negotiation: { slug, title, summary },
    ...days,
    topics,
    parties: parties.map(({ slug: party, name, shortName, role }) => ({ slug: party, name, shortName, role })),
    demands: demands.map(({ keywords: _, ...demand }) => ({
      ...demand,
      cells: Object.fromEntries(parties.map((party) => [party.slug, cellOf(party.slug, demand.slug)])),
    })),
  }
}

export const cellKey = (party: string, demand: string) => `${party} ${demand}`

/** The entries of each cell, in the order in which they were held. */
export function entriesByCell(entries: readonly PublishedEntry[]): Map<string, PublishedEntry[]> {
  const cells = new Map<string, PublishedEntry[]>()
  for (const entry of inOrder(entries)) {
    const key = cellKey(entry.party, entry.demand)
    const list = cells.get(key)
    if (list) list.push(entry)
    else cells.set(key, [entry])
  }
  return cells
}

const latest = (days: Day[]): Day | null =>
  days.reduce<Day | null>((last, day) => (last === null || day > last ? day : last), null)

function buildCell(entries: PublishedEntry[], asOf: Day, today: Day, stateMedia: Set<string>): Cell {
  const state = (from: PublishedEntry[]): CellState => ({
    position: buildPosition(from, asOf, stateMedia),
    today: compareWithToday(saidBy(positionOn(from, asOf)), saidBy(positionOn(from, today))),
  })
  const qualifying = entries.filter((entry) => entry.citations.some((citation) => isOnRecord(citation.attribution)))
  return qualifying.length === entries.length ? state(entries) : { ...state(entries), onRecord: state(qualifying) }
}

/** A position by the ids of its entry and its latest shift. */
type Said = { stance: Stance; entry: string; shift: string }

const saidBy = (found: ReturnType<typeof positionOn<PublishedEntry>>): Said | null =>
  found && { stance: found.entry.stance, entry: found.entry.id, shift: found.shift.entry.id }

/** What became of a position since: another stance, the same after a further shift, the same said again, or nothing new. */
export function compareWithToday(then: Said | null, now: Said | null): CellState['today'] {
  const stance = now?.stance ?? null
  if ((then?.stance ?? null) !== stance) return { stance, since: 'moved' }
  if (then?.shift !== now?.shift) return { stance, since: 'shifted' }
  return { stance, since: then?.entry === now?.entry ? 'same' : 'restated' }
}

function buildPosition(entries: PublishedEntry[], asOf: Day, stateMedia: Set<string>): CellPosition | null {
  const position = positionOn(entries, asOf)
  if (!position) return null
  const { entry, run, before, shift } = position
  return {
    entry: entry.id,
    stance: entry.stance,
    summary: entry.summary,
    terms: entry.terms,
    salience: entry.salience,
    heldFrom: entry.heldFrom,
    datePrecision: entry.datePrecision,
    since: run[0]?.heldFrom ?? entry.heldFrom,
    sincePrecision: run[0]?.datePrecision ?? entry.datePrecision,
    age: daysBetween(entry.heldFrom, asOf),
    sources: new Set(run.flatMap((held) => held.citations.map((citation) => citation.source))).size,
    entries: entries.filter((held) => held.heldFrom <= asOf).length,
    from: before?.stance ?? null,
    turn: run[0]?.id ?? entry.id,
    shift: {
      on: shift.entry.heldFrom,
      precision: shift.entry.datePrecision,
      kind: shift.entry.kind,
      first: shift.from === null,
    },
    reported: !entry.citations.some((citation) => isOnRecord(citation.attribution)),
    stateMedia: entry.citations.every((citation) => stateMedia.has(citation.source)),
    quotes: entry.citations.map((citation) => citation.quote).join(' · '),
  }
}
