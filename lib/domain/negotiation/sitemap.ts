// Every public page about a record, with the instant of the last publication that changed it. Pure.
import { inOrder } from '@/lib/domain/position/rules'
import type { PublishedRecord } from './record'

export type SitePage = { path: string; changed: string | null }

export function pagesOf(record: PublishedRecord): SitePage[] {
  const base = `/${record.negotiation.slug}`
  const views = [base, `${base}/shifts`, `${base}/events`, `${base}/sources`]
  const changes = new Map<string, string>()
  const note = (path: string, at: string) => {
    const known = changes.get(path)
    if (known === undefined || at > known) changes.set(path, at)
  }
  const cells = new Set<string>()
  for (const { id, party, demand, citations, publishedAt } of inOrder(record.entries)) {
    cells.add(`${base}/${demand}/${party}`)
    const sources = citations.map(({ source }) => `/sources/${source}`)
    const own = [`${base}/${demand}`, `${base}/party/${party}`, `${base}/${demand}/${party}`, `/e/${id}`]
    for (const path of [...views, ...own, ...sources]) note(path, publishedAt)
  }
  const paths = [
    ...views,
    ...record.demands.map(({ slug }) => `${base}/${slug}`),
    ...record.parties.map(({ slug }) => `${base}/party/${slug}`),
    ...cells,
    ...record.sources.map(({ slug }) => `/sources/${slug}`),
    ...record.entries.map(({ id }) => `/e/${id}`),
  ]
  return paths.map((path) => ({ path, changed: changes.get(path) ?? null }))
}

/** The most addresses that one sitemap may hold is 50,000. */
export const MOST_IN_ONE = 45_000

const escapeXml = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')
const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
const SCHEMA = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'

/** How many sitemaps hold so many addresses. */
export const partsOf = (pages: number): number => Math.max(1, Math.ceil(pages / MOST_IN_ONE))

/** The list of sitemaps, where one cannot hold all. */
export function formatIndex(parts: number, site: string): string {
  const list = Array.from({ length: parts }, (_, at) => `<sitemap><loc>${site}/sitemap-${at + 1}.xml</loc></sitemap>`)
  return `${HEAD}<sitemapindex ${SCHEMA}>\n${list.join('\n')}\n</sitemapindex>\n`
}

export function formatSitemap(pages: readonly SitePage[], site: string): string {
  const urls = pages.map(({ path, changed }) => {
    return `<url><loc>${escapeXml(site + path)}</loc>${changed ? `<lastmod>${changed}</lastmod>` : ''}</url>`
  })
  return `${HEAD}<urlset ${SCHEMA}>\n${urls.join('\n')}\n</urlset>\n`
}
