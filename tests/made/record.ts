import type { PublishedRecord } from '@/lib/domain/negotiation/record'
import { makeNegotiation } from './negotiation'

/** A made negotiation as the database would give it back, for tests of what is derived from a record. */
export function makeRecord(size: Parameters<typeof makeNegotiation>[0]): PublishedRecord {
  const { format: _, entries, sources, ...reference } = makeNegotiation(size)
  return {
    ...reference,
    sources: sources.map(({ excerpt: __, ...source }) => ({ authors: null, archivedUrl: null, ...source })),
    entries: entries.map((entry, ordinal) => ({
      ...entry,
      ordinal,
      kind: entry.shift?.type ?? null,
      citations: entry.citations.map((citation) => ({ ...citation, prefix: '', suffix: '' })),
      firstPublishedAt: '2026-01-01T00:00:00.000Z',
      publishedAt: '2026-01-01T00:00:00.000Z',
      revision: 1,
    })),
  }
}
