import { PartyMark } from '@/components/party/party-mark'
import { StanceBadge } from '@/components/stance/stance-badge'
import { Section } from '@/components/ui/section'
import type { SourceView } from '@/lib/domain/source/view'
import { formatHeldFrom, formatSpan } from '@/lib/domain/time/day'
import { Passages } from './passages'
import { SourceFacts } from './source-facts'
import '@/components/ui/plain.css'

/** A source: what it is, the words cited from it, and everything that rests on them. */
export function SourcePage({ view }: { view: SourceView }) {
  const { source, negotiations, entries, events, passages } = view
  return (
    <article className="mx-auto max-w-[52rem] px-4 pt-5 sm:px-6">
      <nav aria-label="Around this source" className="meta flex flex-wrap gap-x-4 gap-y-1">
        {negotiations.map(({ slug, title }) => (
          <a key={slug} href={`/${slug}/sources`} className="quiet-link">
            ← All sources{negotiations.length > 1 && `: ${title}`}
          </a>
        ))}
      </nav>
      <p className="meta mt-4">
        <bdi>{source.publisher}</bdi>
      </p>
      <h1 className="mt-0.5 text-[1.75rem] [overflow-wrap:anywhere]" lang={source.language}>
        <bdi>{source.title}</bdi>
      </h1>
      <SourceFacts source={source} />
      {passages.length > 0 && (
        <Section title={passages.length === 1 ? 'The words cited' : `${passages.length} passages cited`}>
          <Passages view={view} />
        </Section>
      )}
      {entries.length > 0 && (
        <Section title={entries.length === 1 ? 'The entry it supports' : `${entries.length} entries it supports`}>
          <ol>
            {entries.map((entry, at) => (
              <li key={entry.id} id={entry.id} className="scroll-mt-6 border-t border-line py-3">
                <p className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
                  <span className="meta">{at + 1}</span>
                  <span className="flex items-center gap-1.5 font-semibold">
                    <PartyMark place={entry.place} />
                    {entry.partyName}
                  </span>
                  <a href={`/${entry.negotiation}/${entry.demand}`} className="quiet-link">
                    {entry.demandTitle}
                  </a>
                  <StanceBadge stance={entry.stance} />
                  <a href={`/e/${entry.id}`} className="quiet-link meta ml-auto">
                    {formatHeldFrom(entry.heldFrom, entry.datePrecision)}
                    <span className="sr-only">, entry {entry.id}</span>
                  </a>
                </p>
                <p className="mt-1">{entry.summary}</p>
              </li>
            ))}
          </ol>
        </Section>
      )}
      {events.length > 0 && (
        <Section title="Events it attests">
          <ul className="space-y-1">
            {events.map(({ negotiation, slug, title, date, endDate }) => (
              <li key={slug}>
                <a href={`/${negotiation}/events#${slug}`} className="quiet-link">
                  {title}
                </a>
                <span className="meta">, {formatSpan(date, endDate)}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </article>
  )
}
