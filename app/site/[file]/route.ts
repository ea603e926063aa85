// /sitemap.xml, its parts, and /robots.txt, made on request: the build touches no database and does not know the site's address.
import { countPages, listPages } from '@/lib/domain/negotiation/site-pages'
import { formatIndex, formatSitemap, MOST_IN_ONE, partsOf, type SitePage } from '@/lib/domain/negotiation/sitemap'
import { siteUrl } from '@/lib/site-url'

export const dynamic = 'force-static'
export const generateStaticParams = () => []

type Context = { params: Promise<{ file: string }> }

export async function GET(_request: Request, { params }: Context) {
  const { file } = await params
  if (file === 'robots.txt') {
    const text = `User-agent: *\nDisallow: /desk\nDisallow: /search\n\nSitemap: ${siteUrl()}/sitemap.xml\n`
    return new Response(text, { headers: { 'content-type': 'text/plain; charset=utf-8' } })
  }
  const part = /^sitemap(?:-([1-9]\d{0,5}))?\.xml$/.exec(file)
  const xml = part && (await sitemapOf(part[1] ? Number(part[1]) : null))
  return xml
    ? new Response(xml, { headers: { 'content-type': 'application/xml; charset=utf-8' } })
    : new Response('There is no such file.', { status: 404 })
}

const OWN: SitePage[] = ['/', '/data', '/method', '/corrections'].map((path) => ({ path, changed: null }))

/** A part of the sitemap, counted from 1; null asks for the whole: the list of parts, where one cannot hold it. */
async function sitemapOf(part: number | null): Promise<string | null> {
  const parts = partsOf(OWN.length + (await countPages()))
  if (part === null && parts > 1) return formatIndex(parts, siteUrl())
  const at = part ?? 1
  if (at > parts) return null
  const past = (at - 1) * MOST_IN_ONE
  const own = OWN.slice(past)
  const pages = await listPages(Math.max(0, past - OWN.length), MOST_IN_ONE - own.length)
  return formatSitemap([...own, ...pages], siteUrl())
}
