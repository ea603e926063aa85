import 'server-only'
import type { Transaction } from '@/lib/db/write'
import { LIKE_ENOUGH, likeness, sketchOf } from './sketch'
import { hashOfText } from './text-hash'

export type Known = {
  /** What is the same: the address, every word of the text, or most of them. */
  by: 'address' | 'text' | 'likeness'
  source: { id: number; slug: string; title: string; publisher: string; url: string | null }
}

const shown = { id: true, slug: true, title: true, publisher: true, url: true } as const

/** A source that is already there: under one of these addresses or a variant of one, with this text, or with nearly this text. */
export async function findKnown(
  transaction: Pick<Transaction, '$queryRaw' | 'source'>,
  { addresses, text }: { addresses: readonly string[]; text: string },
): Promise<Known | null> {
  const found = async (by: Known['by'], id: number | undefined): Promise<Known | null> =>
    id === undefined
      ? null
      : { by, source: await transaction.source.findUniqueOrThrow({ where: { id }, select: shown }) }

  if (addresses.length > 0) {
    const [same] = await transaction.$queryRaw<{ id: number }[]>`
      with wanted as (select address_key(unnest(${addresses}::text[])) as key)
      select id from source where address_key(url) in (select key from wanted) or address_key(fetched_url) in (select key from wanted)
      order by id limit 1`
    if (same) return found('address', same.id)
  }
  if (text === '') return null
  const [equal] = await transaction.$queryRaw<{ id: number }[]>`
    select source_id as id from source_text where sha256 = ${hashOfText(text)} order by id limit 1`
  if (equal) return found('text', equal.id)

  const sketch = sketchOf(text)
  const near = await transaction.$queryRaw<{ id: number; sketch: number[] }[]>`
    select source_id as id, sketch from source_text where sketch && ${sketch}::int[] limit 200`
  const [nearest] = near
    .map((row) => ({ id: row.id, like: likeness(sketch, row.sketch) }))
    .filter(({ like }) => like >= LIKE_ENOUGH)
    .sort((a, b) => b.like - a.like)
  return found('likeness', nearest?.id)
}
