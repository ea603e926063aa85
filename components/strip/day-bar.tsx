'use client'
import { useState } from 'react'
import { KnownMenu } from '@/components/known/known-menu'
import { type Strip, stepFrom } from '@/lib/domain/comparison/strip'
import { type Day, formatDay, isDay } from '@/lib/domain/time/day'
import { EventMenu } from './event-menu'
import { TimeStrip } from './strip'

type Props = {
  strip: Strip
  day: Day
  /** The latest day there is: today, or the day at whose end this was known. */
  today: Day
  known: Day | null
  lastEntryOn: Day | null
  loading: boolean
  hrefOf: (day: Day) => string
  hrefOfKnown: (known: Day | null) => string
  onChoose: (day: Day | null, how: 'push' | 'replace') => void
}

/** Which day the table shows, and every way to another: type it, step, jump to an event, drag the strip. */
export function DayBar({ strip, day, today, known, lastEntryOn, loading, hrefOf, hrefOfKnown, onChoose }: Props) {
  const latest = day === today
  const choose = (to: Day, how: 'push' | 'replace') => onChoose(to === today ? null : to, how)
  const earlier = stepFrom(strip.shiftDays, day, 'earlier')
  const later = stepFrom(strip.shiftDays, day, 'later')
  return (
    <section aria-label="Day shown" className="day-bar">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <h2 className="font-sans text-[0.9375rem] font-semibold" aria-live="polite">
          As of {formatDay(day)}
        </h2>
        <span className="meta">
          {loading
            ? 'loading…'
            : latest
              ? `latest; last entry ${lastEntryOn ? formatDay(lastEntryOn) : 'none'}`
              : 'as it stood on that day'}
          {known && ` · as known on ${formatDay(known)}`}
          <span className="max-lg:hidden"> · bars: entries per month</span>
        </span>
        <div className="needs-js no-print ml-auto flex flex-wrap items-center gap-2">
          <button
            type="button"
            className="control"
            disabled={!earlier}
            onClick={() => earlier && choose(earlier, 'replace')}
          >
            <span aria-hidden="true">←</span> <span className="max-sm:sr-only">Earlier shift</span>
          </button>
          <button
            type="button"
            className="control"
            disabled={!later && latest}
            onClick={() => choose(later ?? today, 'replace')}
          >
            <span className="max-sm:sr-only">Later shift</span> <span aria-hidden="true">→</span>
          </button>
          <DayInput key={day} day={day} first={strip.first} last={today} onChoose={(to) => choose(to, 'push')} />
          <EventMenu strip={strip} onChoose={(to) => choose(to, 'push')} />
          <KnownMenu known={known} hrefOf={hrefOfKnown} />
          {!latest && (
            <button type="button" className="control" onClick={() => onChoose(null, 'push')}>
              Latest
            </button>
          )}
        </div>
      </div>
      <TimeStrip strip={strip} day={day} hrefOf={hrefOf} onChoose={choose} />
    </section>
  )
}

/** A day typed by hand is taken when it is whole and within the record. */
function DayInput({ day, first, last, onChoose }: { day: Day; first: Day; last: Day; onChoose: (day: Day) => void }) {
  const [typed, setTyped] = useState<string>(day)
  const take = (text: string) => isDay(text) && text >= first && text <= last && text !== day && onChoose(text)
  return (
    <input
      type="date"
      aria-label="Show the table of a day"
      className="control"
      value={typed}
      min={first}
      max={last}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={(event) => take(event.target.value)}
      onKeyDown={(event) => event.key === 'Enter' && take(event.currentTarget.value)}
    />
  )
}
