import { findArticle, namesOf, wordsOf } from './json-ld'
import { oneLine } from './one-line'
import type { Reading } from './reading'

type Page = {
  querySelector: (
    selector: string,
  ) => { getAttribute: (name: string) => string | null; textContent: string | null } | null
  querySelectorAll: (selector: string) => Iterable<{ textContent: string | null }>
}

/** What a page says about itself, each from the place that publishers keep truest. Addresses are absolute. */
export function metadataOf(page: Page, url: string): Omit<Reading, 'text'> {
  const article = findArticle(
    [...page.querySelectorAll('script[type="application/ld+json"]')].map(({ textContent }) => textContent ?? ''),
  )
  const attribute = (selector: string, name: string) => page.querySelector(selector)?.getAttribute(name) ?? ''
  const meta = (...names: string[]) =>
    names
      .map((name) => attribute(`meta[property="${name}"], meta[name="${name}"], meta[itemprop="${name}"]`, 'content'))
      .find((text) => text.trim()) ?? ''
  const first = (longest: number, ...texts: string[]) => texts.map((text) => oneLine(text, longest)).find(Boolean) ?? ''
  const host = URL.canParse(url) ? new URL(url).hostname.replace(/^(www|m|mobile|amp)\./, '') : ''
  return {
    title: first(
      300,
      wordsOf(article.headline),
      meta('og:title', 'twitter:title'),
      page.querySelector('h1')?.textContent ?? '',
      page.querySelector('title')?.textContent ?? '',
    ),
    publisher: first(160, meta('og:site_name'), namesOf(article.publisher)[0] ?? '', meta('application-name'), host),
    authors: first(
      300,
      namesOf(article.author).filter(isName).join(', '),
      ...[meta('author', 'dc.creator', 'article:author')].filter(isName),
    ),
    published:
      dayIn(wordsOf(article.datePublished)) ||
      dayIn(meta('article:published_time', 'datePublished', 'dc.date.issued', 'dc.date', 'pubdate', 'date')) ||
      dayIn(attribute('time[datetime]', 'datetime')),
    language:
      languageIn(attribute('html', 'lang')) || languageIn(wordsOf(article.inLanguage)) || languageIn(meta('og:locale')),
    addresses: [attribute('link[rel="canonical"]', 'href'), meta('og:url'), wordsOf(article.url)].flatMap((text) =>
      absolute(text, url),
    ),
  }
}

const isName = (text: string) => !/^https?:/.test(text)

/** The day as it is written, in the publisher's own time. */
export const dayIn = (text: string): string => /^\s*(\d{4}-\d{2}-\d{2})(?!\d)/.exec(text.slice(0, 40))?.[1] ?? ''

const languageIn = (text: string): string =>
  /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.exec(
    text
      .trim()
      .replaceAll('_', '-')
      .replace(/^[A-Za-z]+/, (tag) => tag.toLowerCase()),
  )?.[0] ?? ''

function absolute(text: string, base: string): string[] {
  const url = text && URL.canParse(text, base || undefined) ? new URL(text, base || undefined) : null
  return url && (url.protocol === 'https:' || url.protocol === 'http:') ? [url.href] : []
}
