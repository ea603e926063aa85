import { isKnowable } from '@/lib/domain/known/day'
import { findKnownTable } from '@/lib/domain/known/queries'
import { isDay, today } from '@/lib/domain/time/day'

export const dynamic = 'force-static'
export const generateStaticParams = () => []

type Context = { params: Promise<{ negotiation: string; day: string; known: string }> }

/** The table of a day as it was known on another, as data, for a page that is open on a third. */
export async function GET(_request: Request, { params }: Context) {
  const { negotiation, day, known } = await params
  const asked = isKnowable(known, today()) && isDay(day) && day <= known
  const table = asked ? await findKnownTable(negotiation, day, known) : null
  return table && day >= table.strip.first
    ? Response.json(table.view)
    : new Response('There is no such table.', { status: 404 })
}
