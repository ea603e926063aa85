import { Fragment } from 'react'
import type { RowFigures } from '@/lib/domain/comparison/filter'
import type { ComparisonView, DemandRow } from '@/lib/domain/comparison/view'
import { shiftLabel } from '@/lib/domain/shift/kinds'
import { spreadLabel } from '@/lib/domain/spread/rules'
import { formatHeldFrom } from '@/lib/domain/time/day'
import { StoryLink } from './story-link'

type Props = { view: ComparisonView; demand: DemandRow; figures: RowFigures }

/** The head of a row: the demand, its proposition, and who shifted last. */
export function DemandHead({ view, demand, figures }: Props) {
  const { shift, spread } = figures
  const name = (slug: string) => view.parties.find((party) => party.slug === slug)?.shortName ?? slug
  const topic = view.topics.find(({ slug }) => slug === demand.topic)?.title
  return (
    <th role="rowheader" scope="row" id={demand.slug}>
      <a href={`/${view.negotiation.slug}/${demand.slug}`} className="demand-title">
        {demand.title}
      </a>
      <span className="demand-proposition">{demand.proposition}</span>
      <span className="meta block">
        <span className="of-topic">{`${topic} · `}</span>
        {`raised by ${demand.raisedBy.map(name).join(', ')}`}
      </span>
      {shift && (
        <span className="meta latest-shift block">
          {`Latest shift ${formatHeldFrom(shift.on, shift.by[0]?.precision ?? 'day')}: `}
          {shift.by.map(({ party, kind }, at) => (
            <Fragment key={party}>
              <StoryLink view={view} demand={demand.slug} party={party} className="quiet-link">
                {name(party)}
              </StoryLink>
              {`${kind ? ` (${shiftLabel(kind)})` : ''}${at < shift.by.length - 1 ? ', ' : ''}`}
            </Fragment>
          ))}
        </span>
      )}
      <span className="meta spread-words">{`Spread: ${spreadLabel(spread)}`}</span>
      <button type="button" className="unfold needs-js no-print" aria-expanded={false}>
        <span className="when-folded">Unfold</span>
        <span className="when-open">Fold</span>
        <span className="sr-only">{` the summaries on ${demand.title}`}</span>
      </button>
    </th>
  )
}
