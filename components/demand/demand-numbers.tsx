import type { DemandView } from '@/lib/domain/demand/view'
import { SCALE } from '@/lib/domain/stance/scale'
import { formatHeldFrom } from '@/lib/domain/time/day'
import '@/components/ui/plain.css'

/** The chart in words and numbers, oldest first. */
export function DemandNumbers({ view }: { view: DemandView }) {
  return (
    <details className="meta mt-2">
      <summary className="cursor-pointer">The chart as a table</summary>
      <table className="plain-table mt-2 max-w-[44rem]">
        <thead>
          <tr>
            <th scope="col">Held from</th>
            <th scope="col">Party</th>
            <th scope="col">Stance</th>
            <th scope="col">Step</th>
          </tr>
        </thead>
        <tbody>
          {view.entries.toReversed().map((entry) => (
            <tr key={entry.id}>
              <td>{formatHeldFrom(entry.heldFrom, entry.datePrecision)}</td>
              <td>{view.parties[entry.place]?.shortName}</td>
              <td>{SCALE[entry.stance].label}</td>
              <td>{stepOf(SCALE[entry.stance].value)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}

const stepOf = (value: number | null) =>
  value === null ? 'none' : value > 0 ? `+${value}` : value < 0 ? `−${-value}` : '0'
