import type { IncomingMessage } from 'node:http'
import { isReservedSlug } from '@/lib/domain/negotiation/schema'
import { isDay } from '@/lib/domain/time/day'
import type { Refusal } from './refusal'

const SLUG = '[a-z0-9-]{1,80}'
const TABLE_OR_CELL = new RegExp(`^/(?<negotiation>${SLUG})(/on/[\\d-]{10}|/${SLUG}/${SLUG})?$`)

/**
 * "/ukraine?known=2026-01-31" leads to "/ukraine/known/2026-01-31", where the page is kept; likewise the table of a day and a cell. What
 * else the reader chose goes along. Null for every other address.
 */
export function knownAddressOf({ url = '' }: Pick<IncomingMessage, 'url'>): Refusal | null {
  const [path = '', search = ''] = url.split('?')
  const match = TABLE_OR_CELL.exec(path)
  if (!match || !search || isReservedSlug(match.groups?.negotiation ?? '')) return null
  const query = new URLSearchParams(search)
  const known = query.get('known')
  if (known === null || !isDay(known)) return null
  query.delete('known')
  const location = `${path}/known/${known}${query.size > 0 ? `?${query}` : ''}`
  return { status: 307, headers: { location }, text: `This is at ${location}` }
}
