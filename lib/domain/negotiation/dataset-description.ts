// What the record says of itself as a data set, in the words of schema.org. Pure.
import type { ComparisonView } from '@/lib/domain/comparison/view'
import type { Day } from '@/lib/domain/time/day'

/** From the table of the latest day, the first day of the negotiation and the instant of its last publication. */
export function describeDataset(
  { negotiation: { slug, title, summary }, topics, demands, lastEntryOn }: ComparisonView,
  startedOn: Day,
  changed: Date | null,
  site: string,
): Record<string, unknown> {
  const cells = demands.flatMap((demand) => Object.values(demand.cells))
  const entries = cells.reduce((sum, { position }) => sum + (position?.entries ?? 0), 0)
  return {
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    name: `${title}: positions of the parties`,
    description: `${summary} ${entries} dated entries, each with its sources.`,
    url: `${site}/${slug}`,
    identifier: `${site}/${slug}`,
    isAccessibleForFree: true,
    license: 'https://opensource.org/license/mit',
    creator: { '@type': 'Organization', name: 'Parley', url: site },
    temporalCoverage: `${startedOn}/${lastEntryOn ?? startedOn}`,
    dateModified: changed?.toISOString(),
    keywords: topics.map((topic) => topic.title),
    variableMeasured: ['stance', 'held from', 'shift', 'salience', 'attribution'],
    includedInDataCatalog: { '@type': 'DataCatalog', name: 'Parley', url: `${site}/data` },
  }
}
