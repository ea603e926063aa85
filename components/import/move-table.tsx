import { StanceBadge } from '@/components/stance/stance-badge'
import { type Move, type Moves, moves } from '@/lib/domain/import/moves'
import { spreadLabel } from '@/lib/domain/spread/rules'
import { formatDay } from '@/lib/domain/time/day'
import '@/components/ui/plain.css'

type Props = { of: Moves; names: { parties: Record<string, string>; demands: Record<string, string> } }

const MOST_SHOWN = 200

/** The cells that would show another stance as of today, if all that is ready were published. */
export function MoveTable({ of: { cells, spreads }, names }: Props) {
  const moving = cells.filter(moves)
  const still = cells.length - moving.length
  const spreadOf = new Map(spreads.map((spread) => [spread.demand, spread]))
  return (
    <>
      {moving.length > 0 && (
        <table className="plain-table folds">
          <caption className="sr-only">Cells that would show another stance</caption>
          <thead>
            <tr>
              <th scope="col">Demand and party</th>
              <th scope="col">Now</th>
              <th scope="col">Then</th>
              <th scope="col">Spread of the demand</th>
            </tr>
          </thead>
          <tbody>
            {moving.slice(0, MOST_SHOWN).map((move) => {
              const spread = spreadOf.get(move.demand)
              return (
                <tr key={`${move.demand} ${move.party}`}>
                  <th scope="row" className="font-normal">
                    <strong>{names.parties[move.party] ?? move.party}</strong>
                    <span className="meta block">{names.demands[move.demand] ?? move.demand}</span>
                  </th>
                  <td>
                    <Shown of={move.from} />
                  </td>
                  <td>
                    <Shown of={move.to} />
                  </td>
                  <td className="meta">
                    {spread && spreadLabel(spread.from) !== spreadLabel(spread.to)
                      ? `${spreadLabel(spread.from)} → ${spreadLabel(spread.to)}`
                      : 'as it is'}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      )}
      <p className="meta mt-2">
        {moving.length > MOST_SHOWN && `${moving.length - MOST_SHOWN} further cells would move. `}
        {still > 0 && `${still} ${still === 1 ? 'cell' : 'cells'} would gain entries and show the stance of today.`}
        {cells.length === 0 && 'Nothing: no entry is ready.'}
      </p>
    </>
  )
}

function Shown({ of }: { of: Move['from'] }) {
  if (!of) return <span className="meta">no stated position</span>
  return (
    <>
      <StanceBadge stance={of.stance} /> <span className="meta whitespace-nowrap">since {formatDay(of.heldFrom)}</span>
    </>
  )
}
