'use client'
import { useState } from 'react'
import { LazyPopover } from '@/components/ui/lazy-popover'
import type { Strip } from '@/lib/domain/comparison/strip'
import { addDays, type Day, formatDay, isDay } from '@/lib/domain/time/day'
import type { Go } from './use-address'

type Props = { movedSince: Day | null; asOf: Day; strip: Strip; go: Go }

/** Only rows with a shift since a day: of the last month, the last year, since an event, or since any day. */
export function MovedMenu({ movedSince, asOf, strip, go }: Props) {
  const events = strip.events
    .filter(({ date }) => date <= asOf)
    .slice(-8)
    .reverse()
  return (
    <LazyPopover
      label={movedSince ? `Moved since ${formatDay(movedSince)}` : 'Moved since'}
      title="Moved since a day"
      active={movedSince !== null}
    >
      {(close) => {
        const choose = (day: Day | null) => {
          go({ movedSince: day })
          close()
        }
        return (
          <>
            <DayField day={movedSince} last={asOf} onChoose={choose} />
            {[30, 90, 365].map((days) => (
              <button key={days} type="button" className="menu-row" onClick={() => choose(addDays(asOf, -days))}>
                {days === 365 ? 'Within a year' : `Within ${days} days`}
                <span className="meta">{formatDay(addDays(asOf, -days))}</span>
              </button>
            ))}
            {events.map(({ slug, title, date }) => (
              <button key={slug} type="button" className="menu-row" onClick={() => choose(date)}>
                Since: {title}
                <span className="meta whitespace-nowrap">{formatDay(date)}</span>
              </button>
            ))}
            {movedSince && (
              <button type="button" className="menu-row" onClick={() => choose(null)}>
                At any time
              </button>
            )}
          </>
        )
      }}
    </LazyPopover>
  )
}

function DayField({ day, last, onChoose }: { day: Day | null; last: Day; onChoose: (day: Day) => void }) {
  const [typed, setTyped] = useState(day ?? '')
  return (
    <form
      className="flex items-center gap-2 p-2"
      onSubmit={(event) => {
        event.preventDefault()
        if (isDay(typed)) onChoose(typed)
      }}
    >
      <input
        type="date"
        className="control"
        aria-label="Moved since"
        value={typed}
        max={last}
        required
        onChange={(event) => setTyped(event.target.value)}
      />
      <button type="submit" className="control">
        Show
      </button>
    </form>
  )
}
