import { findPart } from '@/lib/domain/negotiation/queries'
import { buildStory } from '@/lib/domain/story/build'
import { today } from '@/lib/domain/time/day'

export const dynamic = 'force-static'
export const generateStaticParams = () => []

type Context = { params: Promise<{ negotiation: string; demand: string; party: string }> }

/** The story of a cell as data, for the panel beside the table. */
export async function GET(_request: Request, { params }: Context) {
  const { negotiation, demand, party } = await params
  const record = await findPart(negotiation, demand, party)
  const story = record && buildStory(record, demand, party, today())
  return story ? Response.json(story) : new Response('There is no such cell.', { status: 404 })
}
