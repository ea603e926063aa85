// The table as this site showed it at the end of a day: the latest one of then, and that of a day before.
import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { ComparisonPage } from '@/components/comparison-table/comparison-page'
import { NotYet } from '@/components/known/not-yet'
import { pathOf } from '@/lib/domain/comparison/address'
import { isKnowable } from '@/lib/domain/known/day'
import { findKnownTable, findSince } from '@/lib/domain/known/queries'
import { findOverview } from '@/lib/domain/negotiation/overview'
import { formatDay, isDay, today } from '@/lib/domain/time/day'
import { orMoved } from '@/lib/http/or-moved'
import { pageHead } from './page-head'

export async function knownTableHead(negotiation: string, day: string | null, known: string): Promise<Metadata> {
  const overview = isDay(known) && (day === null || isDay(day)) ? await findOverview(negotiation) : null
  if (!overview) return {}
  const title = `${negotiation}${day ? ` on ${formatDay(day)}` : ''}, as known on ${formatDay(known)}`
  return {
    ...pageHead({
      title,
      description: `What Parley said at the end of ${formatDay(known)}.`,
      path: pathOf(negotiation, { on: day, known }),
    }),
    robots: { index: false },
  }
}

/** `day`: the day that the positions are of, null for the latest that was known. */
export async function knownTablePage(negotiation: string, day: string | null, known: string) {
  const now = today()
  // Today is not over: what is said at its end will be at this address tomorrow.
  if (known === now) redirect(pathOf(negotiation, { on: day, known: null }))
  if (!isKnowable(known, now) || (day !== null && (!isDay(day) || day > known))) notFound()
  const address = pathOf(negotiation, { on: day, known })
  const since = await findSince(negotiation)
  if (since === null) return orMoved(address)
  const present = pathOf(negotiation, { on: day, known: null })
  if (since > known) return <NotYet title={`Parley on ${formatDay(known)}`} day={known} since={since} now={present} />
  const table = await findKnownTable(negotiation, day ?? known, known)
  if (!table || table.view.asOf < table.strip.first) return orMoved(address)
  return <ComparisonPage {...table} base={pathOf(negotiation, { on: null, known })} />
}
