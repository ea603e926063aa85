// What the table library is asked to do: sort by several keys and hide the columns that only serve for sorting.
import {
  columnVisibilityFeature,
  createColumnHelper,
  createSortedRowModel,
  rowSortingFeature,
  sortFn_basic,
  sortFn_text,
  tableFeatures,
} from '@tanstack/react-table'
import { type RowFigures, sortValue, stateOf } from '@/lib/domain/comparison/filter'
import type { ComparisonView, DemandRow } from '@/lib/domain/comparison/view'

export const features = tableFeatures({
  rowSortingFeature,
  columnVisibilityFeature,
  sortedRowModel: createSortedRowModel(),
  sortFns: { basic: sortFn_basic, text: sortFn_text },
})

const helper = createColumnHelper<typeof features, DemandRow>()

/** What rows are sorted by, and the names over the columns that are seen. */
export function columnsOf(
  view: ComparisonView,
  shown: readonly string[],
  onRecordOnly: boolean,
  figures: Map<string, RowFigures>,
) {
  const order = new Map(view.demands.map(({ slug }, at) => [slug, at]))
  const topics = new Map(view.topics.map(({ slug }, at) => [slug, at]))
  const of = (demand: DemandRow) => figures.get(demand.slug) as RowFigures
  return helper.columns([
    helper.accessor('title', { id: 'demand', sortFn: 'text', header: () => 'Demand' }),
    ...shown.map((slug) =>
      helper.accessor((demand) => sortValue(stateOf(demand, slug, onRecordOnly)), {
        id: `by-${slug}`,
        sortFn: 'basic',
        sortDescFirst: true,
        sortUndefined: 'last',
        header: () => view.parties.find((party) => party.slug === slug)?.name ?? slug,
      }),
    ),
    helper.accessor((demand) => of(demand).spread?.steps, {
      id: 'spread',
      sortFn: 'basic',
      sortDescFirst: true,
      sortUndefined: 'last',
      header: () => 'Spread',
    }),
    helper.accessor((demand) => topics.get(demand.topic), { id: 'topic', sortFn: 'basic' }),
    helper.accessor((demand) => of(demand).shift?.on, {
      id: 'shift',
      sortFn: 'text',
      sortDescFirst: true,
      sortUndefined: 'last',
    }),
    helper.accessor((demand) => of(demand).entries, { id: 'entries', sortFn: 'basic', sortDescFirst: true }),
    helper.accessor((demand) => order.get(demand.slug), { id: 'order', sortFn: 'basic' }),
  ])
}
