// A published record in memory, as small as a test needs it.
import type { PublishedCitation, PublishedEntry, PublishedRecord } from '@/lib/domain/negotiation/record'
import type { PublishedSource } from '@/lib/domain/source/schema'

export const citation = (source: string, more: Partial<PublishedCitation> = {}): PublishedCitation => ({
  ...{ source, quote: `Words of ${source}`, prefix: '', suffix: '', quoteKind: 'speaker', speaker: null },
  ...{ attribution: 'on-record', saidOn: null },
  ...more,
})

let made = 0
export const entry = (
  party: string,
  demand: string,
  heldFrom: string,
  stance: PublishedEntry['stance'],
  more: Partial<PublishedEntry> = {},
): PublishedEntry => ({
  ...{ id: `e${++made}`, ordinal: made, party, demand, heldFrom, stance, datePrecision: 'day', salience: null },
  ...{ summary: `${party} ${stance} ${demand}`, terms: null, kind: null, shift: null, event: null, revision: 1 },
  ...{ publishedAt: '2026-01-01T00:00:00.000Z', firstPublishedAt: '2026-01-01T00:00:00.000Z' },
  citations: [citation('paper')],
  ...more,
})

export const source = (slug: string, more: Partial<PublishedSource> = {}): PublishedSource => ({
  ...{ slug, kind: 'news', publisher: slug, publisherFlag: null, title: `Title of ${slug}`, titleBasis: 'page' },
  ...{ url: null, published: '2024-01-01', publishedBasis: 'page', language: 'en', grade: 'B', note: null },
  ...{ authors: null, archivedUrl: null },
  ...more,
})

export const record = (entries: PublishedEntry[], more: Partial<PublishedRecord> = {}): PublishedRecord => ({
  negotiation: { slug: 'talks', title: 'Talks', summary: 'About it.', startedOn: '2024-01-01' },
  parties: (['north', 'south'] as const).map((slug) => ({
    ...{ slug, name: `The ${slug}`, shortName: slug, role: 'belligerent', note: null },
  })),
  speakers: [{ slug: 'envoy', name: 'Envoy', office: 'Envoy', party: 'north', affiliation: null }],
  topics: [
    { slug: 'land', title: 'Land' },
    { slug: 'arms', title: 'Arms' },
  ],
  demands: [
    ['border', 'land'],
    ['missiles', 'arms'],
  ].map(([slug = '', topic = '']) => ({
    ...{ slug, topic, title: `On ${slug}`, proposition: `They agree on ${slug}.`, raisedBy: ['north'] },
    ...{ lowEnd: 'Never.', highEnd: 'At once.', keywords: [slug] },
  })),
  events: [
    ...[{ slug: 'round', title: 'Round', date: '2024-02-01', endDate: '2024-02-02', place: null }],
    ...[{ slug: 'summit', title: 'Summit', date: '2024-06-01', endDate: null, place: 'Here' }],
  ].map((event) => ({ ...event, participants: ['north'], kind: 'talks' as const, source: null })),
  sources: [source('paper'), source('state', { publisherFlag: 'state-media', grade: 'D', published: null })],
  entries,
  ...more,
})
