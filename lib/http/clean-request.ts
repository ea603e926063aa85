import type { IncomingMessage } from 'node:http'
import { isData } from './refusal'

/** By these the parts of Next, and hosts that run it in pieces, speak to each other. No reader has anything to say there (CVE-2025-29927). */
const INTERNAL = /^(x-(middleware|invoke|nextjs|now|prerender|matched|next)-|next-resume$)/

/** For those who change something. Here nothing is changed, and Next answers a failed one about a file with 500. */
const FOR_WRITERS = ['if-match', 'if-unmodified-since']

/** Besides data, what is answered from the query: nothing of it is kept. */
const READS_QUERY = /^\/(search|desk)(\/|$)/

/**
 * Takes out of a request what no answer may depend on. A page is kept for everybody, and Next writes the query of its first
 * reader into it: what somebody typed would be handed to all who come after. The table reads its own address in the browser.
 */
export function cleanRequest(req: Pick<IncomingMessage, 'url' | 'headers'>): void {
  for (const name of Object.keys(req.headers))
    if (INTERNAL.test(name) || FOR_WRITERS.includes(name)) delete req.headers[name]
  const [path = '/', query] = splitOnce(req.url ?? '/')
  // An address that ends in "/" is sent on to the one without, and takes its query along.
  if (query === undefined || isData(path) || READS_QUERY.test(path) || /[^/]\/$/.test(path)) return
  // By which Next's part in the browser makes sure that no cache in between takes a part of a page for the page.
  const part = req.headers.rsc === undefined ? null : new URLSearchParams(query).get('_rsc')
  req.url = part === null ? path : `${path}?_rsc=${encodeURIComponent(part)}`
}

function splitOnce(url: string): [string, string | undefined] {
  const at = url.indexOf('?')
  return at === -1 ? [url, undefined] : [url.slice(0, at), url.slice(at + 1)]
}
