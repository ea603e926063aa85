import 'server-only'
import { pathOf } from '@/lib/domain/comparison/address'
import { getEntry } from '@/lib/domain/entry/queries'
import { DomainError } from '@/lib/domain/error'
import { isKnowable } from '@/lib/domain/known/day'
import { findChangedAt, getOverview } from '@/lib/domain/negotiation/overview'
import { dayOf, formatDay, formatHeldFrom, isDay, today } from '@/lib/domain/time/day'
import type { Work } from './rules'

/** An entry as a work to be cited. */
export async function getEntryWork(id: string, site: string): Promise<Work> {
  const entry = await getEntry(id)
  const overview = await getOverview(entry.negotiation)
  const party = overview.parties.find(({ slug }) => slug === entry.party)?.name
  const demand = overview.demands.find(({ slug }) => slug === entry.demand)?.title
  return {
    key: `${entry.negotiation}-${id}`,
    title: `${party} on ${demand}, ${formatHeldFrom(entry.heldFrom, entry.datePrecision)}`,
    within: overview.title,
    url: `${site}/e/${id}`,
    issued: dayOf(new Date(entry.publishedAt)),
    accessed: today(),
    version: `revision ${entry.revision}`,
  }
}

/** The table as of a day as a work to be cited; as it was known at the end of a day, where one is given. */
export async function getTableWork(
  negotiation: string,
  day: string,
  known: string | null,
  site: string,
): Promise<Work> {
  const overview = await getOverview(negotiation)
  if (!isDay(day) || day > (known ?? today()) || day < overview.startedOn || (known && !isKnowable(known, today())))
    throw new DomainError('NOT_FOUND', 'There is no table of this day.')
  const changed = await findChangedAt(negotiation)
  return {
    key: `${negotiation}-${day}${known ? `-known-${known}` : ''}`,
    title: `Positions of the parties as of ${formatDay(day)}`,
    within: overview.title,
    url: `${site}${pathOf(negotiation, { on: day, known })}`,
    issued: known ?? dayOf(changed ?? new Date()),
    accessed: today(),
    version: `as of ${formatDay(day)}${known ? `, as known on ${formatDay(known)}` : ''}`,
  }
}
