// /sitemap.xml, its parts, and /robots.txt, made on request: the build touches no database and does not know the site's address.
import { findRecord, listNegotiations } from '@/lib/domain/negotiation/queries'
import { formatSitemap, pagesOf } from '@/lib/domain/negotiation/sitemap'
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
  const xml = part && formatSitemap(await listPages(), siteUrl(), part[1] ? Number(part[1]) : null)
  return xml
    ? new Response(xml, { headers: { 'content-type': 'application/xml; charset=utf-8' } })
    : new Response('There is no such file.', { status: 404 })
}

async function listPages() {
  const records = await Promise.all((await listNegotiations()).map(({ slug }) => findRecord(slug)))
  const own = ['/', '/data', '/method', '/corrections'].map((path) => ({ path, changed: null }))
  // A source may serve several negotiations, and has one address.
  const pages = new Map(
    [...own, ...records.flatMap((record) => (record ? pagesOf(record) : []))].map((page) => [page.path, page]),
  )
  return [...pages.values()]
}
