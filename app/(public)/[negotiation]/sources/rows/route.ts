import { findOverview } from '@/lib/domain/negotiation/overview'
import { listSourceRows } from '@/lib/domain/source/list-rows'

export const dynamic = 'force-static'
export const generateStaticParams = () => []

/** All sources of a negotiation, for the table in the browser. */
export async function GET(_request: Request, { params }: { params: Promise<{ negotiation: string }> }) {
  const { negotiation } = await params
  if (!(await findOverview(negotiation))) return new Response('There is no such negotiation.', { status: 404 })
  return Response.json(await listSourceRows(negotiation))
}
