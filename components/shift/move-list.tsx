import { PartyMark } from '@/components/party/party-mark'
import { StanceBadge } from '@/components/stance/stance-badge'
import { shiftLabel } from '@/lib/domain/shift/kinds'
import type { Move } from '@/lib/domain/shift/moves'
import { formatHeldFrom } from '@/lib/domain/time/day'
import './move-list.css'

/** Shifts, each with from and to, and the way to the entry that shows it. */
export function MoveList({
  moves,
  negotiation,
  party = true,
}: {
  moves: Move[]
  negotiation: string
  party?: boolean
}) {
  return (
    <ul className="moves">
      {moves.map((move) => (
        <li key={move.id}>
          <a href={`/e/${move.id}`} className="quiet-link move-day">
            {formatHeldFrom(move.heldFrom, move.datePrecision)}
          </a>
          <div>
            <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
              {party && (
                <span className="flex items-center gap-1.5 font-semibold">
                  <PartyMark place={move.place} />
                  {move.partyName}
                </span>
              )}
              <a href={`/${negotiation}/${move.demand}`} className="quiet-link">
                {move.demandTitle}
              </a>
            </p>
            <p className="mt-1 flex flex-wrap items-center gap-x-2 gap-y-1">
              {move.from && (
                <>
                  <StanceBadge stance={move.from} />
                  <span aria-hidden="true">→</span>
                  <span className="sr-only">to</span>
                </>
              )}
              <StanceBadge stance={move.to} />
              <span className="meta">
                {move.kind ? shiftLabel(move.kind) : 'kind not coded'}
                {move.from === move.to && ', other terms'}
              </span>
            </p>
            <p className="mt-0.5">{move.summary}</p>
          </div>
        </li>
      ))}
    </ul>
  )
}
