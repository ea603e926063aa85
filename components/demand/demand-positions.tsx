import { PartyMark } from '@/components/party/party-mark'
import { StanceBadge } from '@/components/stance/stance-badge'
import type { DemandView } from '@/lib/domain/demand/view'
import { SCALE } from '@/lib/domain/stance/scale'
import { type Day, daysBetween, formatAge, formatDay, formatHeldFrom } from '@/lib/domain/time/day'
import '@/components/ui/plain.css'

/** Every party's position, a row each, with the way to its story; `on` a past day as seen from it, else now. */
export function DemandPositions({ view, on = null }: { view: DemandView; on?: Day | null }) {
  const base = `/${view.negotiation.slug}/${view.demand.slug}`
  return (
    <table className="plain-table folds">
      <caption className="sr-only">
        Positions on {view.demand.title} {on ? `on ${formatDay(on)}` : 'today'}
      </caption>
      <thead>
        <tr>
          <th scope="col">Party</th>
          <th scope="col">Stance</th>
          <th scope="col">Summary</th>
          <th scope="col">Since</th>
        </tr>
      </thead>
      <tbody>
        {view.parties.map(({ slug, name, place, position }) => (
          <tr key={slug}>
            <th scope="row" className="font-semibold">
              <span className="flex items-center gap-1.5 whitespace-nowrap">
                <PartyMark place={place} />
                <a href={`${base}/${slug}`} className="quiet-link">
                  {name}
                  <span className="sr-only"> on {view.demand.title}</span>
                </a>
              </span>
            </th>
            <td>
              <StanceBadge stance={position?.stance ?? null} />
              {position?.from && (
                <span className="meta block whitespace-nowrap">from {SCALE[position.from].label.toLowerCase()}</span>
              )}
            </td>
            <td>
              {position?.summary}
              {position?.terms && <span className="meta block">Terms: {position.terms}</span>}
            </td>
            <td>
              {position && (
                <>
                  <span className="meta block text-ink">{formatHeldFrom(position.since, position.sincePrecision)}</span>
                  <span className="meta block">
                    last stated {formatAge(daysBetween(position.heldFrom, view.today), on ? 'past' : 'today')} ·{' '}
                    {position.sources === 1 ? 'single source' : `${position.sources} sources`}
                  </span>
                </>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
