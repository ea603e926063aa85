/** The kinds of address there are, for counting: few and fixed, whatever anybody asks for. */
export const ROUTE_GROUPS = [
  ...['compare', 'demand', 'story', 'entry', 'party', 'source', 'shifts', 'event', 'about'],
  ...['api', 'csv', 'feeds', 'cite', 'picture', 'search', 'embed', 'static', 'robots', 'health', 'other'],
] as const

export type RouteGroup = (typeof ROUTE_GROUPS)[number]

// The first that fits. What the site itself has comes before negotiations, whose slugs may not be any of these words.
const PATTERNS: [RegExp, RouteGroup][] = [
  [/^\/$/, 'compare'],
  [/^\/(healthz|readyz)$/, 'health'],
  [/^\/(_next\/|[^/]+\.(js|css|svg|ico|png|webmanifest)$)/, 'static'],
  [/^\/(robots\.txt|sitemap(-\d+)?\.xml)$/, 'robots'],
  [/\/cite\.[a-z.]+$/, 'cite'],
  [/^\/api\/.*\.csv$/, 'csv'],
  [/^\/api\//, 'api'],
  [/^\/feeds\//, 'feeds'],
  [/^\/picture\//, 'picture'],
  [/^\/search(\/|$)/, 'search'],
  [/^\/embed(\/|$)/, 'embed'],
  [/^\/(api|data|method)$/, 'about'],
  [/^\/e\/[^/]+$/, 'entry'],
  [/^\/sources\/[^/]+$/, 'source'],
  [/^\/(front|site|desk|e|sources)(\/|$)/, 'other'],
  [/^\/[^/]+$/, 'compare'],
  [/^\/[^/]+\/on\/[^/]+(\/table)?$/, 'compare'],
  [/^\/[^/]+\/events$/, 'event'],
  [/^\/[^/]+\/shifts(\/[^/]+)?$/, 'shifts'],
  [/^\/[^/]+\/sources(\/[^/]+)?$/, 'source'],
  [/^\/[^/]+\/party\/[^/]+$/, 'party'],
  [/^\/[^/]+\/[^/]+$/, 'demand'],
  [/^\/[^/]+\/[^/]+\/[^/]+(\/story)?$/, 'story'],
]

export const routeGroupOf = (path: string): RouteGroup =>
  PATTERNS.find(([pattern]) => pattern.test(path))?.[1] ?? 'other'
