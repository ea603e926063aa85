'use client'
import { LazyPopover } from '@/components/ui/lazy-popover'
import { lastKnowable } from '@/lib/domain/known/day'
import { type Day, formatDay, isDay, today } from '@/lib/domain/time/day'

type Props = {
  known: Day | null
  /** The address of the same day, held, as it was known at the end of another; null for now. */
  hrefOf: (known: Day | null) => string
}

/** The second clock: not what the parties held on a day, but what this site said on one. */
export function KnownMenu({ known, hrefOf }: Props) {
  return (
    <LazyPopover
      label={known ? `Known on ${formatDay(known)}` : 'Known now'}
      title="What this site said on an earlier day"
      active={known !== null}
    >
      {() => (
        <form
          className="max-w-72 p-2"
          onSubmit={(event) => {
            event.preventDefault()
            const day = new FormData(event.currentTarget).get('known')
            if (typeof day === 'string' && isDay(day)) location.assign(hrefOf(day))
          }}
        >
          <label className="block">
            As Parley knew it at the end of
            <input
              type="date"
              name="known"
              required
              className="control mt-1.5 block"
              defaultValue={known ?? ''}
              max={lastKnowable(today())}
            />
          </label>
          <p className="meta mt-1.5">
            Without the entries published since, and with the words that were corrected or withdrawn later.
          </p>
          <p className="mt-2.5 flex flex-wrap gap-2">
            <button type="submit" className="control">
              Show it
            </button>
            {known && (
              <a href={hrefOf(null)} className="control no-underline">
                As known now
              </a>
            )}
          </p>
        </form>
      )}
    </LazyPopover>
  )
}
