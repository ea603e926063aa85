import { findKnownStory } from '@/lib/domain/known/story'

export const dynamic = 'force-static'
export const generateStaticParams = () => []

type Context = { params: Promise<{ negotiation: string; demand: string; party: string; known: string }> }

/** The story of a cell as this site told it on a day, as data, for the panel beside the table. */
export async function GET(_request: Request, { params }: Context) {
  const { negotiation, demand, party, known } = await params
  const story = await findKnownStory(negotiation, demand, party, known)
  return story ? Response.json(story) : new Response('There is no such cell.', { status: 404 })
}
