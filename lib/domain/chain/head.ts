import 'server-only'
import { published } from '@/lib/db/read'
import type { ChainHead } from './schema'

type Row = { number: number; hash: string; at: Date }

/** The newest link that a publication made, for readers to note; as of an instant where one is given. Null while nothing is published. */
export async function findChainHead(knownAt: string | null = null): Promise<ChainHead | null> {
  const row = knownAt
    ? (await published().$queryRaw<Row[]>`select * from published_chain_head_known(${knownAt}::timestamptz)`)[0]
    : await published().publishedChainHead.findFirst()
  return row ? { number: row.number, hash: row.hash, at: row.at.toISOString() } : null
}
