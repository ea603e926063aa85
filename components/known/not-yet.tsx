import { type Day, formatDay } from '@/lib/domain/time/day'

type Props = { title: string; day: Day; since: Day; now: string }

/** For a day at whose end this site did not say anything of a negotiation yet. */
export function NotYet({ title, day, since, now }: Props) {
  return (
    <div className="mx-auto max-w-[52rem] px-6 pt-10">
      <h1 className="text-[1.75rem]">{title}</h1>
      <p className="mt-3">
        At the end of {formatDay(day)} Parley had published nothing of this yet. Its first entries were published on{' '}
        {formatDay(since)}: that is when the site came to say it, not when the parties did.
      </p>
      <p className="mt-3">
        <a href={now} className="quiet-link">
          What it says now
        </a>
      </p>
    </div>
  )
}
