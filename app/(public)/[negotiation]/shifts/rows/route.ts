import { findRecord } from '@/lib/domain/negotiation/queries'
import { buildShiftTable } from '@/lib/domain/shift/table'

export const dynamic = 'force-static'
export const generateStaticParams = () => []

/** All shifts as columns, for the table in the browser. */
export async function GET(_request: Request, { params }: { params: Promise<{ negotiation: string }> }) {
  const record = await findRecord((await params).negotiation)
  return record
    ? Response.json(buildShiftTable(record))
    : new Response('There is no such negotiation.', { status: 404 })
}
