import { findComparison } from '@/lib/domain/comparison/queries'
import { findOverview } from '@/lib/domain/negotiation/overview'
import { isDay, today } from '@/lib/domain/time/day'

export const dynamic = 'force-static'
export const generateStaticParams = () => []

type Context = { params: Promise<{ negotiation: string; day: string }> }

/** The table of a day as data, for a page that is open on another one. */
export async function GET(_request: Request, { params }: Context) {
  const { negotiation, day } = await params
  const now = today()
  const overview = isDay(day) && day <= now ? await findOverview(negotiation) : null
  const view = overview && day >= overview.startedOn ? await findComparison(negotiation, day, now) : null
  return view ? Response.json(view) : new Response('There is no table of this day.', { status: 404 })
}
