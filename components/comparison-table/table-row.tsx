'use client'
import { memo } from 'react'
import { type RowFigures, stateOf } from '@/lib/domain/comparison/filter'
import type { ComparisonView, DemandRow } from '@/lib/domain/comparison/view'
import { DemandHead } from './demand-head'
import { PositionCell } from './position-cell'
import { ServedRow, type ServedRows } from './served-rows'
import { SpreadCell } from './spread-cell'

type Props = {
  view: ComparisonView
  demand: DemandRow
  /** Whether a filter leaves it out. */
  hidden: boolean
  /** Derived from all the rest. */
  figures: RowFigures
  shown: readonly string[]
  onRecordOnly: boolean
  served: ServedRows | null
}

/** A demand's row. Sorting and filtering move rows and leave their cells alone, so that 720 cells answer at once on a slow phone. */
export const TableRow = memo(
  function TableRow({ served, ...row }: Props) {
    const { view, demand, hidden, shown, onRecordOnly } = row
    if (served?.stand(view, demand, shown, onRecordOnly))
      return <ServedRow slug={demand.slug} hidden={hidden} aside={served.aside} />
    return <DrawnRow {...row} />
  },
  (before, after) =>
    before.demand === after.demand &&
    before.hidden === after.hidden &&
    before.view === after.view &&
    before.shown === after.shown &&
    before.onRecordOnly === after.onRecordOnly,
)

function DrawnRow({ view, demand, hidden, figures, shown, onRecordOnly }: Omit<Props, 'served'>) {
  return (
    <tr role="row" data-demand={demand.slug} hidden={hidden}>
      <DemandHead view={view} demand={demand} figures={figures} />
      {shown.map((slug) => {
        const place = view.parties.findIndex((party) => party.slug === slug)
        return (
          <PositionCell
            key={slug}
            view={view}
            demand={demand}
            party={view.parties[place] as ComparisonView['parties'][number]}
            place={place}
            state={stateOf(demand, slug, onRecordOnly)}
          />
        )
      })}
      <SpreadCell view={view} demand={demand} shown={shown} onRecordOnly={onRecordOnly} figures={figures} />
    </tr>
  )
}
