import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import { blockText } from './block-text'
import { metadataOf } from './metadata'
import { oneLine } from './one-line'
import { type Reading, UnreadableDocument } from './reading'

const MOST_TAGS = 150_000

/** The article in a web page. Parsed as text only: no script runs, nothing is loaded. */
export function readHtml(html: string, url: string): Reading {
  if ((html.match(/<[a-z]/gi)?.length ?? 0) > MOST_TAGS)
    throw new UnreadableDocument('The page has too many parts to be read. Paste its text.')
  const { document } = parseHTML(whole(html))
  const told = metadataOf(document, url) // before Readability, which takes the page apart
  const article = new Readability<Node>(document as never, { serializer: (node) => node }).parse()
  const text = article?.content ? blockText(article.content) : ''
  if (!text) throw new UnreadableDocument('No article was found in the page. Paste its text.')
  return {
    ...told,
    text,
    title: told.title || oneLine(article?.title, 300),
    authors: told.authors || oneLine(article?.byline, 300),
  }
}

/** With the tags that a page may leave out and the parser does not put in by itself. */
function whole(html: string): string {
  if (/<body[\s>]/i.test(html)) return html
  const language = /<html[^>]{0,400}?\slang\s*=\s*["']?([\w-]{1,40})/i.exec(html)?.[1] ?? ''
  return `<!doctype html><html lang="${language}"><head></head><body>${html.replace(/<!doctype[^>]*>|<\/?(html|head)(\s[^>]*)?>/gi, '')}</body></html>`
}
