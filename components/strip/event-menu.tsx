'use client'
import { LazyPopover } from '@/components/ui/lazy-popover'
import type { Strip } from '@/lib/domain/comparison/strip'
import { type Day, formatSpan } from '@/lib/domain/time/day'

/** All events, newest first; one tap shows the table of its first day. */
export function EventMenu({ strip, onChoose }: { strip: Strip; onChoose: (day: Day) => void }) {
  return (
    <LazyPopover label="Events" title="Show the table as of an event">
      {(close) => (
        <ul className="max-h-96 overflow-y-auto">
          {[...strip.events].reverse().map((event) => (
            <li key={event.slug}>
              <button
                type="button"
                className="menu-row"
                onClick={() => {
                  onChoose(event.date)
                  close()
                }}
              >
                <span>{event.title}</span>
                <span className="meta whitespace-nowrap">{formatSpan(event.date, event.endDate)}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </LazyPopover>
  )
}
