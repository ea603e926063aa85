import { PartyMark } from '@/components/party/party-mark'
import { SpreadScale } from '@/components/spread/spread-scale'
import { StanceBadge } from '@/components/stance/stance-badge'
import type { ComparisonView } from '@/lib/domain/comparison/view'
import { formatHeldFrom } from '@/lib/domain/time/day'

/** The whole table in small: stances and since when, each the way to its story. */
export function EmbedTable({ view }: { view: ComparisonView }) {
  const { negotiation, parties, demands } = view
  return (
    <>
      <h1 className="text-[1.375rem]">{negotiation.title}</h1>
      <table className="embed-table">
        <caption className="sr-only">Where each party stands on {demands.length} demands</caption>
        <thead>
          <tr>
            <th scope="col">Demand</th>
            {parties.map(({ slug, shortName }, place) => (
              <th key={slug} scope="col">
                <PartyMark place={place} /> {shortName}
              </th>
            ))}
            <th scope="col">Spread</th>
          </tr>
        </thead>
        <tbody>
          {demands.map((demand) => (
            <tr key={demand.slug}>
              <th scope="row">
                <a href={`/${negotiation.slug}/${demand.slug}`}>{demand.title}</a>
                <span className="meta block font-normal">{demand.proposition}</span>
              </th>
              {parties.map(({ slug, name, shortName }, place) => {
                const position = demand.cells[slug]?.position ?? null
                return (
                  <td key={slug}>
                    <span className="embed-party" aria-hidden="true">
                      <PartyMark place={place} /> {shortName}
                    </span>
                    <a
                      href={`/${negotiation.slug}/${demand.slug}/${slug}`}
                      className="relative inline-block no-underline"
                      title={position?.summary}
                    >
                      <span className="sr-only">
                        {name} on {demand.title}:{' '}
                      </span>
                      <StanceBadge stance={position?.stance ?? null} />
                    </a>
                    {position && (
                      <span className="meta block">{formatHeldFrom(position.since, position.sincePrecision)}</span>
                    )}
                  </td>
                )
              })}
              <td className="embed-spread">
                <SpreadScale
                  held={parties.map(({ slug, name }, place) => ({
                    name,
                    place,
                    stance: demand.cells[slug]?.position?.stance ?? null,
                  }))}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="meta mt-2">The day under a stance is since when it is held.</p>
    </>
  )
}
