import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { cache, type ReactNode } from 'react'
import { pageHead } from '@/app/page-head'
import { AsKnown } from '@/components/known/as-known'
import { Story } from '@/components/story/story'
import { findKnownStory } from '@/lib/domain/known/story'
import { storyPath } from '@/lib/domain/story/address'
import { formatDay, today } from '@/lib/domain/time/day'
import { orMoved } from '@/lib/http/or-moved'

export const dynamic = 'force-static'
export const generateStaticParams = () => []

type Props = { params: Promise<{ negotiation: string; demand: string; party: string; known: string }> }

const findStory = cache(findKnownStory)

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { negotiation, demand, party, known } = await params
  const story = await findStory(negotiation, demand, party, known)
  if (!story) return {}
  return {
    ...pageHead({
      title: `${story.party.name} on ${story.demand.title}, as known on ${formatDay(known)}`,
      description: `What Parley said at the end of ${formatDay(known)}.`,
      path: storyPath(negotiation, demand, party, known),
    }),
    robots: { index: false },
  }
}

const PageTitle = ({ children }: { children: ReactNode }) => <h1 className="text-[1.75rem]">{children}</h1>

/** The story of a cell as this site told it on a day. */
export default async function KnownStoryPage({ params }: Props) {
  const { negotiation, demand, party, known } = await params
  if (known === today()) redirect(storyPath(negotiation, demand, party, null))
  const story = await findStory(negotiation, demand, party, known)
  if (!story) return orMoved(storyPath(negotiation, demand, party, known))
  return (
    <div className="mx-auto max-w-[52rem] pt-5">
      <nav aria-label="Around this story" className="meta px-6">
        <a href={`/${negotiation}/known/${known}#${demand}`} className="quiet-link">
          ← The whole table, as known on {formatDay(known)}
        </a>
      </nav>
      <div className="px-6">
        <AsKnown day={known} now={storyPath(negotiation, demand, party, null)} />
      </div>
      <Story story={story} Heading={PageTitle} />
    </div>
  )
}
