'use client'
import { StanceBadge } from '@/components/stance/stance-badge'
import type { Consequence } from '@/lib/domain/draft/consequence'
import { spreadLabel } from '@/lib/domain/spread/rules'
import { formatDay } from '@/lib/domain/time/day'

/** What readers will see change, while it is written. */
export function ConsequenceLine({ consequence }: { consequence: Consequence | null }) {
  return (
    <p className="writing-box" aria-live="polite">
      <strong className="font-semibold">What changes for readers:</strong>{' '}
      {consequence ? <Words {...consequence} /> : 'choose party, demand, stance and day.'}
    </p>
  )
}

function Words({ from, to, spread }: Consequence) {
  const held = ({ stance, heldFrom }: NonNullable<Consequence['to']>) => (
    <>
      <StanceBadge stance={stance} /> ({formatDay(heldFrom)})
    </>
  )
  const same = from && to && from.stance === to.stance && from.heldFrom === to.heldFrom
  const [before, after] = [spreadLabel(spread.from), spreadLabel(spread.to)]
  return (
    <>
      {same ? (
        <>the cell stays at {held(to)}: the entry goes into its story. </>
      ) : from && to && from.stance === to.stance ? (
        <>
          the cell stays {held(to)}, last stated {formatDay(from.heldFrom)} before.{' '}
        </>
      ) : (
        <>
          the cell moves from {from ? held(from) : 'no stated position'} to {to ? held(to) : 'no stated position'}.{' '}
        </>
      )}
      {before === after
        ? `The spread on this demand stays: ${after}.`
        : `The spread on this demand goes from ${before} to ${after}.`}
    </>
  )
}
