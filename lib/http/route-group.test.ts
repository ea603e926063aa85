import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ROUTE_GROUPS, routeGroupOf } from './route-group'

test.each([
  ['/', 'compare'],
  ['/ukraine', 'compare'],
  ['/ukraine/on/2025-12-14', 'compare'],
  ['/ukraine/on/2025-12-14/table', 'compare'],
  ['/ukraine/on/2025-12-14/cite.bib', 'cite'],
  ['/ukraine/nato-troops', 'demand'],
  ['/ukraine/nato-troops/russia', 'story'],
  ['/ukraine/nato-troops/russia/story', 'story'],
  ['/ukraine/party/russia', 'party'],
  ['/ukraine/shifts', 'shifts'],
  ['/ukraine/shifts/2025-12', 'shifts'],
  ['/ukraine/events', 'event'],
  ['/ukraine/sources', 'source'],
  ['/sources/tass-2021-12-17', 'source'],
  ['/e/e001', 'entry'],
  ['/e/e001/cite.txt', 'cite'],
  ['/api', 'about'],
  ['/api/v1/negotiations', 'api'],
  ['/api/v1/sources.csv', 'csv'],
  ['/feeds/ukraine.atom', 'feeds'],
  ['/picture/ukraine', 'picture'],
  ['/search', 'search'],
  ['/embed/ukraine', 'embed'],
  ['/_next/static/x.js', 'static'],
  ['/theme.js', 'static'],
  ['/sitemap-1.xml', 'robots'],
  ['/readyz', 'health'],
  ['/a/b/c/d/e', 'other'],
  ['', 'other'],
])('%s counts as %s', (path, group) => expect(routeGroupOf(path)).toBe(group))

test('whatever is asked for, the groups are these', () => {
  fc.assert(
    fc.property(fc.webPath(), (path) => {
      expect(ROUTE_GROUPS).toContain(routeGroupOf(path))
    }),
  )
})
