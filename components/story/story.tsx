// The story of a cell: its page and the panel beside the table are the same thing.
import type { ComponentType, ReactNode } from 'react'
import { StanceBadge } from '@/components/stance/stance-badge'
import { SCALE } from '@/lib/domain/stance/scale'
import type { StoryView } from '@/lib/domain/story/view'
import { type Day, daysBetween, formatAge, formatDay, formatHeldFrom } from '@/lib/domain/time/day'
import { EntryArticle } from './entry-article'
import { StanceChart } from './stance-chart'
import './story.css'

type Props = {
  story: StoryView
  Heading: ComponentType<{ children: ReactNode }>
  /** The day that the table beside it shows; what came later is set apart. */
  asOf?: Day
  /** That table counts only what was said on the record; the head of the story then does so too. */
  onRecordOnly?: boolean
}

export function Story({ story, Heading, asOf = story.today, onRecordOnly = false }: Props) {
  const { demand, party, negotiation } = story
  const later = story.entries.filter((entry) => entry.heldFrom > asOf)
  const entries = story.entries.filter((entry) => entry.heldFrom <= asOf)
  const counted = onRecordOnly ? entries.filter((entry) => entry.onRecord) : entries
  const [latest] = counted
  const past = asOf !== story.today || story.known !== null
  return (
    <div className="story">
      <header>
        <Heading>
          {party.name} on {demand.title}
        </Heading>
        <p className="mt-1.5 font-serif text-[1.0625rem] italic">“{demand.proposition}”</p>
        <p className="meta mt-1">
          <a href={`/${negotiation.slug}/${demand.slug}`} className="quiet-link">
            All parties on {demand.title}
          </a>
        </p>
        {latest ? (
          <p className="mt-3 flex flex-wrap items-center gap-x-2.5 gap-y-1">
            <StanceBadge stance={latest.stance} />
            <span className="meta">
              {past && `on ${formatDay(asOf)}, `}since {runStart(counted)}, last stated{' '}
              {formatAge(daysBetween(latest.heldFrom, asOf), past ? 'past' : 'today')}
            </span>
          </p>
        ) : (
          <p className="mt-3 text-muted">
            No stated position{past && ` on ${formatDay(asOf)}`}. Nothing that {party.name} had said on this demand has
            been found; that does not mean that nothing was said.
          </p>
        )}
        {onRecordOnly && (
          <p className="meta mt-1.5">
            The table beside this counts entries on the record only. Those marked “not on the record” are told here and
            not counted there.
          </p>
        )}
      </header>
      {story.entries.length > 0 && (
        <>
          <StanceChart story={story} asOf={asOf} />
          <details className="meta mt-1">
            <summary className="cursor-pointer">The chart as a table, and what its steps mean here</summary>
            <ChartTable story={story} />
            <dl className="mt-3">
              <dt className="font-semibold">Demands</dt>
              <dd>{demand.highEnd}</dd>
              <dt className="mt-1 font-semibold">Rejects</dt>
              <dd>{demand.lowEnd}</dd>
            </dl>
          </details>
          {later.length > 0 && (
            <EntryList title={`After ${formatDay(asOf)}`} entries={later} negotiation={negotiation.slug} />
          )}
          {entries.length > 0 && (
            <EntryList
              title={
                later.length > 0
                  ? `Up to ${formatDay(asOf)}`
                  : entries.length === 1
                    ? 'One entry'
                    : `${entries.length} entries, newest first`
              }
              entries={entries}
              negotiation={negotiation.slug}
            />
          )}
        </>
      )}
    </div>
  )
}

function EntryList({
  title,
  entries,
  negotiation,
}: {
  title: string
  entries: StoryView['entries']
  negotiation: string
}) {
  return (
    <section aria-label={title}>
      <h2 className="mt-8 mb-2 text-lg">{title}</h2>
      {entries.map((entry) => (
        <EntryArticle key={entry.id} entry={entry} negotiation={negotiation} />
      ))}
    </section>
  )
}

/** First day of the unbroken run of the present stance, in words. `entries` newest first. */
function runStart(entries: StoryView['entries']): string {
  const other = entries.findIndex((entry) => entry.stance !== entries[0]?.stance)
  const first = other < 0 ? entries.at(-1) : entries[other - 1]
  return first ? formatHeldFrom(first.heldFrom, first.datePrecision) : ''
}

function ChartTable({ story }: { story: StoryView }) {
  return (
    <table className="mt-2 w-full text-left">
      <thead>
        <tr>
          <th scope="col">Held from</th>
          <th scope="col">Stance</th>
          <th scope="col">Step</th>
        </tr>
      </thead>
      <tbody>
        {story.entries.toReversed().map((entry) => (
          <tr key={entry.id}>
            <td>{formatHeldFrom(entry.heldFrom, entry.datePrecision)}</td>
            <td>{SCALE[entry.stance].label}</td>
            <td>{SCALE[entry.stance].value ?? 'none'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
