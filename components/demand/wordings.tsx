import { dayOf, formatDay } from '@/lib/domain/time/day'
import type { Wording } from '@/lib/domain/wording/view'

type Props = {
  /** Newest first. */
  wordings: readonly Wording[]
  /** Entries that were coded under earlier words, and not looked at since. */
  earlier: readonly string[]
}

/** Since when a demand is worded as it is, and how it was before; nothing where it was never worded otherwise. */
export function Wordings({ wordings, earlier }: Props) {
  const [present, ...before] = wordings
  if (!present || before.length === 0) return null
  return (
    <section aria-label="Wording" className="mt-3 max-w-[48rem]">
      <p className="meta">
        Worded since {formatDay(dayOf(new Date(present.since)))}
        {present.reason && <>: {present.reason}</>}
      </p>
      <details className="meta mt-1">
        <summary className="cursor-pointer">
          {before.length === 1 ? 'The wording before' : `The ${before.length} wordings before`}
        </summary>
        <ol className="mt-2 space-y-3">
          {before.map(({ number, proposition, highEnd, lowEnd, reason }, at) => (
            <li key={number}>
              <p className="text-ink">
                Before {formatDay(dayOf(new Date((wordings[at] as Wording).since)))}: “{proposition}”
              </p>
              <p>Demands: {highEnd}</p>
              <p>Rejects: {lowEnd}</p>
              {reason && <p>The reason given for it: {reason}</p>}
            </li>
          ))}
        </ol>
      </details>
      {earlier.length > 0 && (
        <p className="meta mt-1">
          Coded under an earlier wording, and not looked at since:{' '}
          {earlier.map((id, at) => (
            <span key={id}>
              {at > 0 && ', '}
              <a href={`/e/${id}`} className="quiet-link">
                {id}
              </a>
            </span>
          ))}
        </p>
      )}
    </section>
  )
}
