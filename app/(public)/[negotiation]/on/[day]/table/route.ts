import { buildComparison } from '@/lib/domain/comparison/build'
import { findRecord } from '@/lib/domain/negotiation/queries'
import { isDay, today } from '@/lib/domain/time/day'

export const dynamic = 'force-static'
export const generateStaticParams = () => []

type Context = { params: Promise<{ negotiation: string; day: string }> }

/** The table of a day as data, for a page that is open on another one. */
export async function GET(_request: Request, { params }: Context) {
  const { negotiation, day } = await params
  const now = today()
  const record = isDay(day) && day <= now ? await findRecord(negotiation) : null
  if (!record || day < record.negotiation.startedOn)
    return new Response('There is no table of this day.', { status: 404 })
  return Response.json(buildComparison(record, day, now))
}
