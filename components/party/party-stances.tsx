import { StanceBadge } from '@/components/stance/stance-badge'
import type { PartyView } from '@/lib/domain/party/build'
import { SCALE } from '@/lib/domain/stance/scale'
import { daysBetween, formatAge, formatHeldFrom } from '@/lib/domain/time/day'

/** Every demand with the party's stance on it, a row each. */
export function PartyStances({ view: { negotiation, party, stances, today } }: { view: PartyView }) {
  return (
    <table className="plain-table folds">
      <caption className="sr-only">Stances of {party.name} today</caption>
      <thead>
        <tr>
          <th scope="col">Demand</th>
          <th scope="col">Stance</th>
          <th scope="col">Summary</th>
          <th scope="col">Since</th>
        </tr>
      </thead>
      <tbody>
        {stances.map(({ slug, title, topic, position }) => (
          <tr key={slug}>
            <th scope="row" className="font-semibold sm:w-[15rem]">
              <a href={`/${negotiation.slug}/${slug}`} className="quiet-link">
                {title}
              </a>
              <span className="meta block font-normal">{topic}</span>
            </th>
            <td>
              <StanceBadge stance={position?.stance ?? null} />
              {position?.from && (
                <span className="meta block whitespace-nowrap">from {SCALE[position.from].label.toLowerCase()}</span>
              )}
            </td>
            <td>
              {position && (
                <>
                  {position.summary}{' '}
                  <a href={`/${negotiation.slug}/${slug}/${party.slug}`} className="quiet-link meta whitespace-nowrap">
                    the story
                    <span className="sr-only">
                      {' '}
                      of {party.name} on {title}
                    </span>
                  </a>
                </>
              )}
            </td>
            <td className="meta sm:w-[11rem]">
              {position && (
                <>
                  <span className="block text-ink">{formatHeldFrom(position.since, position.sincePrecision)}</span>
                  last stated {formatAge(daysBetween(position.heldFrom, today))}
                </>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
