import 'server-only'
import { z } from 'zod'
import { published } from '@/lib/db/read'
import { readPlace, writeCursor } from '@/lib/domain/filter/cursor'
import { PAGE_SIZE, type Page } from '@/lib/domain/filter/schema'
import type { Link, LinkFilter } from './schema'

const place = z.tuple([z.int32()])

/** Links in their order, up to the newest publication. */
export async function listLinks(filter: LinkFilter): Promise<Page<Link>> {
  const [after] = filter.cursor ? readPlace(filter.cursor, place) : [0]
  const size = filter.limit ?? PAGE_SIZE
  const items = await readLinks(after, size + 1)
  const page = items.slice(0, size)
  const last = page.at(-1)
  return { items: page, next: last && items.length > size ? writeCursor([last.number]) : null }
}

type Row = { number: number; payload_hash: string; hash: string; payload: string | null }

async function readLinks(after: number, howMany: number): Promise<Link[]> {
  const rows = await published().$queryRaw<Row[]>`select * from published_chain(${after}::int, ${howMany}::int)`
  return rows.map(({ number, payload_hash: payloadHash, hash, payload }) => ({ number, payloadHash, hash, payload }))
}

const BATCH = 1_000

/** All links up to one, batch after batch: what is published meanwhile is for the next to ask. */
export async function* everyLinkUpTo(head: number): AsyncGenerator<Link[]> {
  for (let after = 0; after < head; after += BATCH) yield await readLinks(after, Math.min(BATCH, head - after))
}
