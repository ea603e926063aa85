import { type Day, formatDay } from '@/lib/domain/time/day'

/** Above what this site said once: that it is not what it says now, and where that is. */
export function AsKnown({ day, now }: { day: Day; now: string }) {
  return (
    <p className="mt-3 border-l-3 border-accent bg-accent-soft px-3.5 py-2.5">
      This is what Parley said at the end of {formatDay(day)}, UTC. What was added, corrected or withdrawn since makes
      no difference here.{' '}
      <a href={now} className="quiet-link">
        What it says now
      </a>
      {' · '}
      <a href="/corrections" className="quiet-link">
        What was corrected
      </a>
    </p>
  )
}
