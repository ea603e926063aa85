import { findCorrectionFeed } from '@/lib/http/correction-feed'
import { atom, jsonFeed } from '@/lib/http/feed'
import { answering } from '@/lib/http/route'
import { getShiftFeed } from '@/lib/http/shift-feed'
import { readSettings } from '@/lib/settings'

export const dynamic = 'force-dynamic'

type Context = { params: Promise<{ path: string[] }> }

/**
 * Shifts of a negotiation, a party or a demand, newest first: /feeds/ukraine.atom, /feeds/ukraine/party/russia.json; and what was
 * corrected on this site: /feeds/corrections.atom.
 */
export const { GET, OPTIONS } = answering(async (_request: Request, { params }: Context) => {
  const [{ path }, site] = [await params, readSettings().SITE_URL]
  const { feed, form } = (await findCorrectionFeed(path, site)) ?? (await getShiftFeed(path, site))
  const [body, type] =
    form === 'atom'
      ? [atom(feed), 'application/atom+xml; charset=utf-8']
      : [JSON.stringify(jsonFeed(feed)), 'application/feed+json; charset=utf-8']
  return new Response(body, {
    headers: { 'content-type': type, 'last-modified': new Date(feed.updatedAt).toUTCString() },
  })
})
