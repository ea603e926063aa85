// What a record covers and where it is weak, counted from the record itself, so that the words on the page stay true. Pure.
import { isOnRecord } from '@/lib/domain/citation/rules'
import { entriesByCell } from '@/lib/domain/comparison/build'
import { shiftsOf } from '@/lib/domain/position/rules'
import type { PublishedRecord } from './record'

export type Coverage = {
  entries: number
  citations: number
  sources: number
  first: string | null
  last: string | null
  years: { year: string; parties: number[]; all: number }[]
  cells: number
  emptyCells: number
  singleSource: number
  lowGrade: number
  inferredDays: number
  undatedSources: number
  shifts: number
  shiftsSaidBySource: number
  /** For each party, how many of its entries nobody said on the record, and how many rest on state or pro-government outlets only. */
  parties: { name: string; entries: number; notOnRecord: number; stateMedia: number }[]
}

export function coverageOf(record: PublishedRecord): Coverage {
  const { entries, parties, sources } = record
  const known = new Map(sources.map((source) => [source.slug, source]))
  const held = entries.map(({ heldFrom }) => heldFrom).sort()
  const cells = entriesByCell(entries)
  const shifts = [...cells.values()].flatMap(shiftsOf)
  const rest = (entry: (typeof entries)[number], test: (source: (typeof sources)[number]) => boolean) =>
    entry.citations.every(({ source }) => {
      const found = known.get(source)
      return found !== undefined && test(found)
    })
  const years = [...new Set(held.map((day) => day.slice(0, 4)))]
  return {
    entries: entries.length,
    citations: entries.reduce((sum, { citations }) => sum + citations.length, 0),
    sources: sources.length,
    first: held[0] ?? null,
    last: held.at(-1) ?? null,
    years: years.map((year) => {
      const here = entries.filter(({ heldFrom }) => heldFrom.startsWith(year))
      return {
        year,
        parties: parties.map(({ slug }) => here.filter(({ party }) => party === slug).length),
        all: here.length,
      }
    }),
    cells: parties.length * record.demands.length,
    emptyCells: parties.length * record.demands.length - cells.size,
    singleSource: entries.filter(({ citations }) => new Set(citations.map(({ source }) => source)).size === 1).length,
    lowGrade: entries.filter((entry) => rest(entry, ({ grade }) => grade >= 'D')).length,
    inferredDays: entries.filter(({ datePrecision }) => datePrecision !== 'day').length,
    undatedSources: sources.filter(({ published }) => published === null).length,
    shifts: shifts.length,
    shiftsSaidBySource: shifts.filter(({ entry }) => entry.shift?.basis === 'source').length,
    parties: parties.map(({ slug, name }) => {
      const own = entries.filter(({ party }) => party === slug)
      return {
        name,
        entries: own.length,
        notOnRecord: own.filter(({ citations }) => !citations.some(({ attribution }) => isOnRecord(attribution)))
          .length,
        stateMedia: own.filter((entry) =>
          rest(entry, ({ publisherFlag }) => publisherFlag === 'state-media' || publisherFlag === 'pro-government'),
        ).length,
      }
    }),
  }
}
