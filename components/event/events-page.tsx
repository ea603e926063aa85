import { PartyMark } from '@/components/party/party-mark'
import { MoreShifts } from '@/components/shift/more-shifts'
import { MoveList } from '@/components/shift/move-list'
import { NegotiationNav } from '@/components/site/negotiation-nav'
import type { EventStep, EventsView } from '@/lib/domain/event/build'
import { EVERY_SHIFT, formatShiftChoice } from '@/lib/domain/shift/choice'
import { addDays, type Day, formatSpan } from '@/lib/domain/time/day'

/** Talks and documents, newest first, with what shifted between one and the next. */
export function EventsPage({ view: { negotiation, steps, before } }: { view: EventsView }) {
  return (
    <div className="mx-auto max-w-[52rem] px-4 pt-5 sm:px-6">
      <p className="meta">{negotiation.title}</p>
      <h1 className="mt-1 text-[2rem]">Events</h1>
      <NegotiationNav negotiation={negotiation.slug} title={negotiation.title} current="events" />
      <p className="mt-4">
        Talks, summits, documents and statements, newest first, each with the shifts from its first day until the next
        event. That a shift follows an event does not say that the event brought it about.
      </p>
      {steps.length === 0 && <p className="mt-6 text-muted">No event is on record.</p>}
      {steps.map((step) => (
        <Step key={step.slug} step={step} negotiation={negotiation.slug} />
      ))}
      {before.shifts > 0 && steps.length > 0 && (
        <section aria-label="Before the first event" className="mt-10">
          <h2 className="mb-2 text-[1.375rem]">Before the first event</h2>
          <MoveList moves={before.moves} negotiation={negotiation.slug} />
          <MoreShifts
            listed={before.moves.length}
            all={before.shifts}
            href={shiftsBetween(negotiation.slug, null, dayBefore(steps))}
          />
        </section>
      )}
    </div>
  )
}

function Step({ step, negotiation }: { step: EventStep; negotiation: string }) {
  const { slug, title, date, endDate, place, kind, participants, source, next, moves, shifts, until } = step
  return (
    <section id={slug} aria-label={title} className="mt-10 scroll-mt-6 border-t-2 border-line-strong pt-3">
      <p className="meta">
        <a href={`/${negotiation}/on/${date}`} className="quiet-link" title="The table on that day">
          {formatSpan(date, endDate)}
        </a>{' '}
        · {kind}
        {place && ` · ${place}`}
      </p>
      <h2 className="mt-0.5 text-[1.375rem]">{title}</h2>
      {participants.length > 0 && (
        <p className="mt-1 flex flex-wrap gap-x-4 gap-y-1">
          {participants.map((party) => (
            <span key={party.slug} className="flex items-center gap-1.5">
              <PartyMark place={party.place} />
              {party.name}
            </span>
          ))}
        </p>
      )}
      {source && (
        <p className="meta mt-1">
          Attested by <bdi>{source.publisher}</bdi>:{' '}
          <a href={`/sources/${source.slug}`} className="quiet-link">
            <bdi>{source.title}</bdi>
          </a>
        </p>
      )}
      <h3 className="meta mt-4 mb-1.5 font-sans font-semibold">
        {shifts === 0 ? 'No shift on record' : shifts === 1 ? 'One shift' : `${shifts.toLocaleString('en-GB')} shifts`}{' '}
        {next ? `from then until “${next}”` : 'since then'}
      </h3>
      <MoveList moves={moves} negotiation={negotiation} />
      <MoreShifts listed={moves.length} all={shifts} href={shiftsBetween(negotiation, date, until)} />
    </section>
  )
}

const shiftsBetween = (negotiation: string, from: Day | null, to: Day | null) =>
  `/${negotiation}/shifts${formatShiftChoice({ ...EVERY_SHIFT, from, to })}`

const dayBefore = (steps: EventStep[]): Day | null => {
  const first = steps.at(-1)
  return first ? addDays(first.date, -1) : null
}
