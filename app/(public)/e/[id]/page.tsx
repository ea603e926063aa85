import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { pageHead } from '@/app/page-head'
import { EntryArticle } from '@/components/story/entry-article'
import { EntryHistory } from '@/components/story/entry-history'
import { CITE_LABELS } from '@/lib/domain/cite/forms'
import { listSeen } from '@/lib/domain/entry/seen'
import { findEntryPlace, findPart, findTombstone } from '@/lib/domain/negotiation/queries'
import { SCALE } from '@/lib/domain/stance/scale'
import { storyPath } from '@/lib/domain/story/address'
import { buildStory } from '@/lib/domain/story/build'
import { dayOf, formatDay, formatHeldFrom, today } from '@/lib/domain/time/day'
import { listEarlierCoded } from '@/lib/domain/wording/queries'
import '@/components/story/story.css'

export const dynamic = 'force-static'
export const generateStaticParams = () => []

type Props = { params: Promise<{ id: string }> }

const findEntry = cache(async (id: string) => {
  const place = await findEntryPlace(id)
  const record = place && (await findPart(place.negotiation, place.demand, place.party))
  const story = record && buildStory(record, place.demand, place.party, today())
  const entry = story?.entries.find((candidate) => candidate.id === id)
  return story && entry ? { story, entry } : null
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id } = await params
  const found = await findEntry(id)
  // The server answers a page that says so with this status (lib/http/finish-response.ts); a page cannot set one itself.
  if (!found)
    return (await findTombstone(id)) ? { title: `Entry ${id} was withdrawn`, other: { 'parley-status': '410' } } : {}
  const { story, entry } = found
  return pageHead({
    title: `${story.party.name} on ${story.demand.title}, ${formatHeldFrom(entry.heldFrom, entry.datePrecision)}`,
    description: entry.summary,
    path: `/e/${entry.id}`,
    picture: { of: `e/${entry.id}`, alt: `${SCALE[entry.stance].label}: ${entry.summary}` },
  })
}

/** The permanent address of an entry. A withdrawn one keeps its address and says why it is gone. */
export default async function EntryPage({ params }: Props) {
  const { id } = await params
  const found = await findEntry(id)
  if (!found) return <Tombstone id={id} />
  const { story, entry } = found
  const { negotiation, demand, party } = story
  const [[isEarlier], seen] = await Promise.all([listEarlierCoded([entry.id]), listSeen(entry.id)])
  const at = story.entries.indexOf(entry)
  const [later, earlier] = [story.entries[at - 1], story.entries[at + 1]]
  return (
    <div className="mx-auto max-w-[52rem] px-6 pt-6">
      <p className="meta">
        <Link href={`/${negotiation.slug}`} prefetch={false} className="quiet-link">
          {negotiation.title}
        </Link>
      </p>
      <h1 className="mt-1 text-[1.75rem]">
        {party.name} on {demand.title}
      </h1>
      <p className="mt-1.5 mb-4 font-serif text-[1.0625rem] italic">“{demand.proposition}”</p>
      <EntryArticle entry={entry} negotiation={negotiation.slug} />
      {isEarlier && (
        <p className="meta mb-4">
          Coded under an earlier wording of the demand, and not looked at since.{' '}
          <a href={`/${negotiation.slug}/${demand.slug}`} className="quiet-link">
            How it was worded
          </a>
        </p>
      )}
      <nav aria-label="Around this entry" className="flex flex-wrap gap-x-5 gap-y-1 border-t border-line pt-4">
        <Link
          href={`/${negotiation.slug}/${demand.slug}/${party.slug}#${entry.id}`}
          prefetch={false}
          className="quiet-link"
        >
          The whole story
        </Link>
        <Link href={`/${negotiation.slug}/on/${entry.heldFrom}`} prefetch={false} className="quiet-link">
          The table on that day
        </Link>
        {earlier && (
          <Link href={`/e/${earlier.id}`} prefetch={false} className="quiet-link">
            ← Before: {formatHeldFrom(earlier.heldFrom, earlier.datePrecision)}
          </Link>
        )}
        {later && (
          <Link href={`/e/${later.id}`} prefetch={false} className="quiet-link">
            After: {formatHeldFrom(later.heldFrom, later.datePrecision)} →
          </Link>
        )}
      </nav>
      <p className="mt-4 flex flex-wrap gap-x-4">
        <span>Cite this entry:</span>
        {CITE_LABELS.map(({ form, label }) => (
          <a key={form} href={`/e/${entry.id}/cite.${form}`} className="quiet-link">
            {label}
          </a>
        ))}
      </p>
      <EntryHistory seen={seen} knownHref={(day) => storyPath(negotiation.slug, demand.slug, party.slug, day)}>
        {later && (
          <p className="meta mt-1.5">
            Held until {formatHeldFrom(later.heldFrom, later.datePrecision)}:{' '}
            <a href={`/e/${later.id}`} className="quiet-link">
              {later.isShift ? 'the party moved' : 'the party said it again'}
            </a>
            .
          </p>
        )}
      </EntryHistory>
      <p className="meta mt-4">
        Entry {entry.id}, first published here on {formatDay(dayOf(new Date(entry.firstPublishedAt)))}
        {entry.revision > 1 &&
          `, corrected on ${formatDay(dayOf(new Date(entry.publishedAt)))} (revision ${entry.revision})`}
        . This address is permanent.
      </p>
    </div>
  )
}

async function Tombstone({ id }: { id: string }) {
  const tombstone = await findTombstone(id)
  if (!tombstone) notFound()
  return (
    <div className="mx-auto max-w-[52rem] px-6 pt-10">
      <h1 className="text-[1.75rem]">Entry {id} was withdrawn</h1>
      <p className="mt-3">
        On {formatDay(dayOf(new Date(tombstone.withdrawnAt)))}. The reason given: {tombstone.reason}
      </p>
      <p className="mt-3">
        <Link
          href={`/${tombstone.negotiation}/${tombstone.demand}/${tombstone.party}`}
          prefetch={false}
          className="quiet-link"
        >
          What is on record in its place
        </Link>
      </p>
      <EntryHistory
        seen={await listSeen(id)}
        knownHref={(day) => storyPath(tombstone.negotiation, tombstone.demand, tombstone.party, day)}
      />
    </div>
  )
}
