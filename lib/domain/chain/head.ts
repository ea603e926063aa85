import 'server-only'
import { published } from '@/lib/db/read'
import type { ChainHead } from './schema'

/** The newest link that a publication made, for readers to note; null while nothing is published. */
export async function findChainHead(): Promise<ChainHead | null> {
  const row = await published().publishedChainHead.findFirst()
  return row && { number: row.number, hash: row.hash, at: row.at.toISOString() }
}
