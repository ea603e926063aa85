import 'server-only'
import { published } from '@/lib/db/read'
import type { Coverage } from './coverage'
import { findOverview } from './overview'

/** What published_coverage counts, by slug of party where it is by party. */
type Counted = Pick<
  Coverage,
  | 'entries'
  | 'citations'
  | 'first'
  | 'last'
  | 'singleSource'
  | 'lowGrade'
  | 'inferredDays'
  | 'shifts'
  | 'shiftsSaidBySource'
> & {
  filledCells: number
  sources: { all: number; undated: number }
  years: { year: string; party: string; entries: number }[]
  parties: Record<string, Omit<Coverage['parties'][number], 'name'>>
}

/** What a record covers and where it is weak, counted in the database; null when there is no such negotiation. */
export async function findCoverage(negotiation: string): Promise<Coverage | null> {
  const [overview, [row]] = await Promise.all([
    findOverview(negotiation),
    published().$queryRaw<{ counted: Counted }[]>`select published_coverage(${negotiation}) as counted`,
  ])
  if (!overview || !row) return null
  const { filledCells, sources, years, parties, ...counts } = row.counted
  const cells = overview.parties.length * overview.demands.length
  return {
    ...counts,
    sources: sources.all,
    undatedSources: sources.undated,
    cells,
    emptyCells: cells - filledCells,
    years: [...new Set(years.map(({ year }) => year))].sort().map((year) => {
      const here = years.filter((one) => one.year === year)
      return {
        year,
        parties: overview.parties.map(({ slug }) => here.find(({ party }) => party === slug)?.entries ?? 0),
        all: here.reduce((sum, { entries }) => sum + entries, 0),
      }
    }),
    parties: overview.parties.map(({ slug, name }) => ({
      name,
      ...(parties[slug] ?? { entries: 0, notOnRecord: 0, stateMedia: 0 }),
    })),
  }
}
