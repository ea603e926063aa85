import { SpreadScale } from '@/components/spread/spread-scale'
import { type RowFigures, stateOf } from '@/lib/domain/comparison/filter'
import type { ComparisonView, DemandRow } from '@/lib/domain/comparison/view'
import { spreadLabel } from '@/lib/domain/spread/rules'

type Props = {
  view: ComparisonView
  demand: DemandRow
  shown: readonly string[]
  onRecordOnly: boolean
  figures: RowFigures
}

/** How far apart the parties stand: their marks on the scale, and the distance in words. */
export function SpreadCell({ view, demand, shown, onRecordOnly, figures }: Props) {
  return (
    <td role="cell" className="spread-cell">
      <SpreadScale
        held={view.parties.flatMap(({ slug, name }, place) =>
          shown.includes(slug)
            ? [{ name, place, stance: stateOf(demand, slug, onRecordOnly).position?.stance ?? null }]
            : [],
        )}
      />
      <span className="cell-meta meta">
        {`${spreadLabel(figures.spread)}\n${figures.entries === 1 ? '1 entry' : `${figures.entries} entries`}`}
      </span>
    </td>
  )
}
