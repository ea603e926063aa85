import { expect, test } from 'vitest'
import { buildComparison } from '@/lib/domain/comparison/build'
import { makeRecord } from '@/tests/made/record'
import { coverageOf } from './coverage'
import { describeDataset } from './dataset-description'
import { formatIndex, formatSitemap, MOST_IN_ONE, pagesOf, partsOf } from './sitemap'

const record = makeRecord({ parties: 3, demands: 4, entries: 50 })

test('every page of a record stands in it once', () => {
  const paths = pagesOf(record).map(({ path }) => path)
  expect(new Set(paths).size).toBe(paths.length)
  expect(paths).toEqual(
    expect.arrayContaining(['/made', '/made/demand-1', '/made/party/party-2', '/made/events', '/e/made-50']),
  )
})

test('more addresses than one sitemap may hold are told in parts', () => {
  expect([0, 1, MOST_IN_ONE, MOST_IN_ONE + 1].map(partsOf)).toEqual([1, 1, 1, 2])
  expect(formatIndex(2, 'https://x')).toContain('<loc>https://x/sitemap-2.xml</loc>')
  const xml = formatSitemap([{ path: '/e/1?a&b', changed: '2026-11-24T00:00:00.000Z' }], 'https://x')
  expect(xml).toContain('<url><loc>https://x/e/1?a&amp;b</loc><lastmod>2026-11-24T00:00:00.000Z</lastmod></url>')
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
