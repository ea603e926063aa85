// Feeds of shifts: Atom (RFC 4287) and JSON Feed 1.1 from the same items.

export type FeedForm = 'atom' | 'json'

export type FeedItem = {
  id: string
  url: string
  title: string
  text: string
  publishedAt: string
  updatedAt: string
  tags: string[]
}
export type Feed = { title: string; self: string; page: string; items: FeedItem[]; updatedAt: string }

// XML 1.0 has no place for these, escaped or not.
const NOT_IN_XML = /[\p{Cs}\uFFFE\uFFFF]|(?![\t\n\r])\p{Cc}/gu
const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' }

const xml = (text: string): string => text.replace(NOT_IN_XML, '').replace(/[&<>"']/g, (one) => ENTITIES[one] as string)

export function atom(feed: Feed): string {
  const entry = (item: FeedItem) => `  <entry>
    <id>${xml(item.id)}</id>
    <title>${xml(item.title)}</title>
    <link rel="alternate" type="text/html" href="${xml(item.url)}"/>
    <published>${item.publishedAt}</published>
    <updated>${item.updatedAt}</updated>
${item.tags.map((tag) => `    <category term="${xml(tag)}"/>\n`).join('')}    <summary type="text">${xml(item.text)}</summary>
  </entry>
`
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
  <id>${xml(feed.self)}</id>
  <title>${xml(feed.title)}</title>
  <updated>${feed.updatedAt}</updated>
  <author><name>Parley</name></author>
  <link rel="self" type="application/atom+xml" href="${xml(feed.self)}"/>
  <link rel="alternate" type="text/html" href="${xml(feed.page)}"/>
${feed.items.map(entry).join('')}</feed>
`
}

export const jsonFeed = (feed: Feed) => ({
  version: 'https://jsonfeed.org/version/1.1',
  title: feed.title,
  home_page_url: feed.page,
  feed_url: feed.self,
  language: 'en',
  authors: [{ name: 'Parley' }],
  items: feed.items.map((item) => ({
    id: item.id,
    url: item.url,
    title: item.title,
    content_text: item.text,
    date_published: item.publishedAt,
    date_modified: item.updatedAt,
    tags: item.tags,
  })),
})
