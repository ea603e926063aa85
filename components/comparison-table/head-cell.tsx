'use client'
import type { Header, SortingState } from '@tanstack/react-table'
import { FlexRender } from '@tanstack/react-table'
import { PartyMark } from '@/components/party/party-mark'
import { lastMoveOf } from '@/lib/domain/comparison/filter'
import type { ComparisonView, DemandRow } from '@/lib/domain/comparison/view'
import { formatHeldFrom } from '@/lib/domain/time/day'
import type { features } from './columns'

type Props = {
  header: Header<typeof features, DemandRow, unknown>
  view: ComparisonView
  sorting: SortingState
  onRecordOnly: boolean
}

/** A column's name as a button that sorts; with shift, as a further key. */
export function HeadCell({ header, view, sorting, onRecordOnly }: Props) {
  const place = view.parties.findIndex(({ slug }) => `by-${slug}` === header.id)
  const party = view.parties[place]
  const move = party ? lastMoveOf(view, party.slug, onRecordOnly) : null
  const at = sorting.findIndex(({ id }) => id === header.id)
  const direction = at < 0 ? undefined : sorting[at]?.desc ? 'descending' : 'ascending'
  return (
    <th
      role="columnheader"
      scope="col"
      aria-sort={at === 0 ? direction : undefined}
      data-column={party ? 'party' : header.id}
    >
      <button
        type="button"
        onClick={header.column.getToggleSortingHandler()}
        className="sort-button"
        title="Sort; hold shift to add a second key"
      >
        <span className="flex items-center gap-1.5">
          {party && <PartyMark place={place} />}
          <FlexRender header={header} />
        </span>
        <span aria-hidden="true" className="sort-arrow" data-direction={direction}>
          {direction === 'descending' ? '▼' : direction === 'ascending' ? '▲' : '↕'}
          {sorting.length > 1 && at >= 0 && <sub>{at + 1}</sub>}
        </span>
        {at > 0 && (
          <span className="sr-only">
            , key {at + 1}, {direction}
          </span>
        )}
      </button>
      <span className="meta head-note">
        {party && (move ? `last moved ${formatHeldFrom(move.on, move.precision)}` : 'no move recorded')}
        {header.id === 'spread' && 'rejects … demands'}
      </span>
    </th>
  )
}
