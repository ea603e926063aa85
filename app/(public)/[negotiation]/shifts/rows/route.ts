import { findShiftTable } from '@/lib/domain/shift/queries'

export const dynamic = 'force-static'
export const generateStaticParams = () => []

/** All shifts as columns, for the table in the browser. */
export async function GET(_request: Request, { params }: { params: Promise<{ negotiation: string }> }) {
  const table = await findShiftTable((await params).negotiation)
  return table ? Response.json(table) : new Response('There is no such negotiation.', { status: 404 })
}
