// The public record as one file that public/check.mjs checks: a line that says what it is, and a line for each link of the chain.
import 'server-only'
import { findChainHead } from './head'
import { everyLinkUpTo } from './queries'

export const CHAIN_FORMAT = 'parley-chain/1'

/** The lines of the file, some at a time. Each begins as JSON.stringify writes it, so that the same state is the same bytes. */
export async function* chainFile(site: string): AsyncGenerator<string[]> {
  const head = await findChainHead()
  yield [JSON.stringify({ format: CHAIN_FORMAT, site, head, checker: `${site}/check.mjs` })]
  for await (const links of everyLinkUpTo(head?.number ?? 0)) yield links.map((link) => JSON.stringify(link))
}
