import { expect, test } from 'vitest'
import { buildComparison } from '@/lib/domain/comparison/build'
import { makeRecord } from '@/tests/made/record'
import { coverageOf } from './coverage'
import { describeDataset } from './dataset-description'
import { formatSitemap, MOST_IN_ONE, pagesOf } from './sitemap'

const record = makeRecord({ parties: 3, demands: 4, entries: 50 })

test('every page of a record stands in it once', () => {
  const paths = pagesOf(record).map(({ path }) => path)
  expect(new Set(paths).size).toBe(paths.length)
  expect(paths).toEqual(
    expect.arrayContaining(['/made', '/made/demand-1', '/made/party/party-2', '/made/events', '/e/made-50']),
  )
})

test('more addresses than one sitemap may hold are told in parts', () => {
  const pages = Array.from({ length: MOST_IN_ONE + 1 }, (_, at) => ({ path: `/e/${at}?a&b`, changed: null }))
  expect(formatSitemap(pages, 'https://x', null)).toContain('<loc>https://x/sitemap-2.xml</loc>')
  expect(formatSitemap(pages, 'https://x', 2)?.match(/<url>/g)).toHaveLength(1)
  expect(formatSitemap(pages, 'https://x', 2)).toContain('?a&amp;b')
  expect(formatSitemap(pages, 'https://x', 3)).toBeNull()
})

test('coverage is counted from the record', () => {
  const coverage = coverageOf(record)
  expect(coverage.entries).toBe(50)
  expect(coverage.years.reduce((sum, { all }) => sum + all, 0)).toBe(50)
  expect(coverage.parties.reduce((sum, { entries }) => sum + entries, 0)).toBe(50)
  expect(coverage.singleSource).toBe(50)
  expect(coverage.cells).toBe(12)
})

test('the description for machines names the span of the record', () => {
  const last = record.entries
    .map(({ heldFrom }) => heldFrom)
    .sort()
    .at(-1)
  const view = buildComparison(record, '2026-11-24', '2026-11-24')
  expect(describeDataset(view, '2021-01-01', new Date('2026-11-24T00:00:00Z'), 'https://x')).toMatchObject({
    url: 'https://x/made',
    description: 'A negotiation that exists only in tests. 50 dated entries, each with its sources.',
    temporalCoverage: `2021-01-01/${last}`,
    dateModified: '2026-11-24T00:00:00.000Z',
  })
})
