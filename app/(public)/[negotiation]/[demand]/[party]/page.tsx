import type { Metadata } from 'next'
import Link from 'next/link'
import { cache, type ReactNode } from 'react'
import { pageHead } from '@/app/page-head'
import { Story } from '@/components/story/story'
import { findPart } from '@/lib/domain/negotiation/queries'
import { buildStory } from '@/lib/domain/story/build'
import { today } from '@/lib/domain/time/day'
import { orMoved } from '@/lib/http/or-moved'

export const dynamic = 'force-static'
export const generateStaticParams = () => []

type Props = { params: Promise<{ negotiation: string; demand: string; party: string }> }

const findStory = cache(async (negotiation: string, demand: string, party: string) => {
  const record = await findPart(negotiation, demand, party)
  return record && buildStory(record, demand, party, today())
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { negotiation, demand, party } = await params
  const story = await findStory(negotiation, demand, party)
  if (!story) return {}
  return pageHead({
    title: `${story.party.name} on ${story.demand.title}`,
    description: story.entries[0]?.summary ?? story.demand.proposition,
    path: `/${negotiation}/${demand}/${party}`,
    picture: { of: `${negotiation}/${demand}`, alt: `The stances on ${story.demand.title}` },
  })
}

const PageTitle = ({ children }: { children: ReactNode }) => <h1 className="text-[1.75rem]">{children}</h1>

export default async function StoryPage({ params }: Props) {
  const { negotiation, demand, party } = await params
  const story = await findStory(negotiation, demand, party)
  if (!story) return orMoved(`/${negotiation}/${demand}/${party}`)
  return (
    <div className="mx-auto max-w-[52rem] pt-5">
      <nav aria-label="Around this story" className="meta flex flex-wrap gap-x-4 gap-y-1 px-6">
        <Link href={`/${negotiation}#${demand}`} prefetch={false} className="quiet-link">
          ← The whole table
        </Link>
        <Link href={`/${negotiation}/party/${party}`} prefetch={false} className="quiet-link">
          {story.party.name} on everything
        </Link>
        <span>
          The others on{' '}
          <Link href={`/${negotiation}/${demand}`} prefetch={false} className="quiet-link">
            {story.demand.title}
          </Link>
          :{' '}
          {story.parties
            .filter(({ slug }) => slug !== party)
            .map(({ slug, shortName }, at) => (
              <span key={slug}>
                {at > 0 && ', '}
                <Link href={`/${negotiation}/${demand}/${slug}`} prefetch={false} className="quiet-link">
                  {shortName}
                </Link>
              </span>
            ))}
        </span>
      </nav>
      <Story story={story} Heading={PageTitle} />
    </div>
  )
}
