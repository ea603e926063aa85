import 'server-only'
import { isOnRecord } from '@/lib/domain/citation/rules'
import type { EntryFilter, ShownEntry } from '@/lib/domain/entry/list-schema'
import { toShown } from '@/lib/domain/entry/shown'
import { DomainError } from '@/lib/domain/error'
import { type HeldPlace, readHeldCursor, writeCursor } from '@/lib/domain/filter/cursor'
import { PAGE_SIZE, type Page } from '@/lib/domain/filter/schema'
import { refuseNames } from '@/lib/domain/negotiation/overview'
import type { PublishedEntry } from '@/lib/domain/negotiation/record'
import { findKnownEntries, findReference, findSince } from './queries'

type Asked = EntryFilter & { knownAt: string }

/** A page of the entries that readers saw at an instant, as they saw them; all of them in one where `limit` is null. */
export async function listKnownEntries(
  negotiation: string,
  filter: Asked,
  limit: number | null = filter.limit ?? PAGE_SIZE,
): Promise<Page<ShownEntry>> {
  if (Date.parse(filter.knownAt) > Date.now())
    throw new DomainError('INVALID', 'The future is asked for.', [
      { at: 'knownAt', text: 'lies in the future, or is a day that is not over (UTC): nobody knows' },
    ])
  const reference = await findReference(negotiation, filter.knownAt)
  if (!reference) {
    if ((await findSince(negotiation)) === null)
      throw new DomainError('NOT_FOUND', `There is no negotiation "${negotiation}".`)
    return { items: [], next: null }
  }
  const { parties, demands } = reference.overview
  refuseNames(filter, { party: parties, demand: demands, topic: [] })
  const direction = filter.sort === 'on' ? 1 : -1
  const after = filter.cursor ? readHeldCursor(filter.cursor) : null
  const entries = (await findKnownEntries(negotiation, filter.knownAt, reference, filter))
    .filter((entry) => isAskedFor(entry, filter))
    .filter((entry) => after === null || direction * compare(placeOf(entry), after) > 0)
    .sort((a, b) => direction * compare(placeOf(a), placeOf(b)))
  const page = limit === null ? entries : entries.slice(0, limit)
  const last = page.at(-1)
  return {
    items: page.map((entry) => toShown(negotiation, entry)),
    next: last && page.length < entries.length ? writeCursor(placeOf(last)) : null,
  }
}

const isAskedFor = (entry: PublishedEntry, { from, to, party, demand, stance, onRecord }: Asked): boolean =>
  (!from || entry.heldFrom >= from) &&
  (!to || entry.heldFrom <= to) &&
  (party?.includes(entry.party) ?? true) &&
  (demand?.includes(entry.demand) ?? true) &&
  (stance?.includes(entry.stance) ?? true) &&
  (onRecord ?? isSaid(entry)) === isSaid(entry)

const isSaid = ({ citations }: PublishedEntry) => citations.some(({ attribution }) => isOnRecord(attribution))

const placeOf = ({ heldFrom, ordinal, id }: PublishedEntry): HeldPlace => [heldFrom, ordinal, id]

function compare(a: HeldPlace, b: HeldPlace): number {
  if (a[0] !== b[0]) return a[0] < b[0] ? -1 : 1
  if (a[1] !== b[1]) return a[1] - b[1]
  return a[2] < b[2] ? -1 : a[2] > b[2] ? 1 : 0
}
