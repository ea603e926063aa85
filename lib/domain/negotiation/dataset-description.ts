// What the record says of itself as a data set, in the words of schema.org. Pure.
import type { PublishedRecord } from './record'

export function describeDataset(record: PublishedRecord, site: string): Record<string, unknown> {
  const { slug, title, summary, startedOn } = record.negotiation
  const days = record.entries.map(({ heldFrom }) => heldFrom).sort()
  const published = record.entries.map(({ publishedAt }) => publishedAt).sort()
  return {
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    name: `${title}: positions of the parties`,
    description: `${summary} ${record.entries.length} dated entries from ${record.sources.length} sources.`,
    url: `${site}/${slug}`,
    identifier: `${site}/${slug}`,
    isAccessibleForFree: true,
    license: 'https://opensource.org/license/mit',
    creator: { '@type': 'Organization', name: 'Parley', url: site },
    temporalCoverage: `${startedOn}/${days.at(-1) ?? startedOn}`,
    dateModified: published.at(-1),
    keywords: record.topics.map((topic) => topic.title),
    variableMeasured: ['stance', 'held from', 'shift', 'salience', 'attribution'],
    includedInDataCatalog: { '@type': 'DataCatalog', name: 'Parley', url: `${site}/data` },
  }
}
