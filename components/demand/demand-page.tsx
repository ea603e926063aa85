import type { ReactNode } from 'react'
import { PartyMark } from '@/components/party/party-mark'
import { TakeAlong } from '@/components/site/take-along'
import { SpreadScale } from '@/components/spread/spread-scale'
import { EntryArticle } from '@/components/story/entry-article'
import { Section } from '@/components/ui/section'
import { gapsOf } from '@/lib/domain/demand/gaps'
import type { DemandView } from '@/lib/domain/demand/view'
import { embedHtml } from '@/lib/domain/embed/address'
import { spreadLabel } from '@/lib/domain/spread/rules'
import { formatSpan } from '@/lib/domain/time/day'
import { siteUrl } from '@/lib/site-url'
import { DemandChart } from './demand-chart'
import { DemandNumbers } from './demand-numbers'
import { DemandPositions } from './demand-positions'
import '@/components/story/story.css'
import '@/components/ui/plain.css'

/** A demand: what it says, where everybody stands and stood, what is missing, and every entry. */
export function DemandPage({ view, wordings }: { view: DemandView; wordings: ReactNode }) {
  const { negotiation, demand, topic, parties, entries, newest } = view
  const name = (slug: string) => parties.find((party) => party.slug === slug)?.name ?? slug
  return (
    <article className="mx-auto max-w-[66rem] px-4 pt-5 sm:px-6">
      <nav aria-label="Around this demand" className="meta">
        <a href={`/${negotiation.slug}#${demand.slug}`} className="quiet-link">
          ← The whole table
        </a>
      </nav>
      <p className="meta mt-4">
        {topic} · raised by {demand.raisedBy.map(name).join(', ')}
      </p>
      <h1 className="mt-0.5 text-[2rem]">{demand.title}</h1>
      <p className="mt-1.5 font-serif text-[1.1875rem] italic">“{demand.proposition}”</p>
      <dl className="facts mt-4 max-w-[48rem]">
        <dt>Demands</dt>
        <dd>{demand.highEnd}</dd>
        <dt>Rejects</dt>
        <dd>{demand.lowEnd}</dd>
        <dt>Spread</dt>
        <dd className="flex flex-wrap items-center gap-x-3">
          <SpreadScale
            held={parties.map(({ name: party, place, position }) => ({
              name: party,
              place,
              stance: position?.stance ?? null,
            }))}
          />
          {spreadLabel(view.spread)}
        </dd>
      </dl>
      {wordings}

      <Section title="Stances over time">
        {entries.length > 0 ? (
          <>
            <DemandChart view={view} />
            <p className="meta mt-1">
              A mark is an entry, a small one only restates. Thin lines: nothing newer is recorded. The ticks at the
              foot are events.
            </p>
            <DemandNumbers view={view} />
          </>
        ) : (
          <p className="text-muted">No party has stated a position that was found.</p>
        )}
      </Section>

      <Section title="Positions now">
        <DemandPositions view={view} />
      </Section>

      <Missing view={view} />
      <Events view={view} />

      {entries.length > 0 && (
        <Section
          title={entries.length === 1 ? 'One entry' : `${entries.length.toLocaleString('en-GB')} entries, newest first`}
        >
          {newest.map(({ place, ...entry }) => (
            <EntryArticle
              key={entry.id}
              entry={entry}
              negotiation={negotiation.slug}
              who={
                <p className="flex items-center gap-1.5 text-[0.9375rem] font-semibold">
                  <PartyMark place={place} />
                  {parties[place]?.name},
                </p>
              }
            />
          ))}
          {newest.length < entries.length && <AllEntries view={view} />}
        </Section>
      )}
      <TakeAlong
        negotiation={negotiation.slug}
        of="demand"
        slug={demand.slug}
        frame={embedHtml(
          siteUrl(),
          { negotiation: negotiation.slug, demand: demand.slug, on: null, theme: 'auto' },
          `${demand.title}: ${negotiation.title}`,
        )}
      />
    </article>
  )
}

/** Where the page holds the newest entries only: the ways to all of them. */
function AllEntries({ view: { negotiation, demand, parties, newest } }: { view: DemandView }) {
  return (
    <p className="mt-6">
      These are the newest {newest.length}. All of each party’s:{' '}
      {parties
        .filter(({ entries }) => entries.length > 0)
        .map(({ slug, name, entries }, at) => (
          <span key={slug}>
            {at > 0 && ', '}
            <a href={`/${negotiation.slug}/${demand.slug}/${slug}`} className="quiet-link">
              {name} ({entries.length})
            </a>
          </span>
        ))}
    </p>
  )
}

function Missing({ view }: { view: DemandView }) {
  const gaps = gapsOf(view)
  if (gaps.length === 0) return null
  return (
    <Section title="What is missing">
      <ul className="space-y-1">
        {view.parties
          .map((party) => ({ ...party, said: gaps.filter((gap) => gap.party === party.slug) }))
          .filter(({ said }) => said.length > 0)
          .map(({ slug, shortName, place, said }) => (
            <li key={slug} className="flex items-baseline gap-1.5">
              <PartyMark place={place} />
              <span>
                {shortName}: {said.map(({ words }) => words).join(', ')}
              </span>
            </li>
          ))}
      </ul>
      <p className="meta mt-2">A gap means that nothing was found, not that nothing was said.</p>
    </Section>
  )
}

/** The events at which somebody spoke about this demand. */
function Events({ view }: { view: DemandView }) {
  const occasions = new Set(view.entries.flatMap(({ event }) => event ?? []))
  const events = view.events.filter(({ slug }) => occasions.has(slug))
  if (events.length === 0) return null
  return (
    <Section title="Events at which it came up">
      <ul className="space-y-1">
        {events.toReversed().map(({ slug, title, date, endDate }) => (
          <li key={slug}>
            <a href={`/${view.negotiation.slug}/events#${slug}`} className="quiet-link">
              {title}
            </a>
            <span className="meta">, {formatSpan(date, endDate)}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
