'use client'
import { functionalUpdate, type SortingState, useTable } from '@tanstack/react-table'
import { memo, useMemo, useRef } from 'react'
import type { ComparisonState } from '@/lib/domain/comparison/address'
import { figuresOf, type RowFigures } from '@/lib/domain/comparison/filter'
import type { ComparisonView, DemandRow } from '@/lib/domain/comparison/view'
import { columnsOf, features } from './columns'
import { HeadCell } from './head-cell'
import type { ServedRows } from './served-rows'
import { TableRow } from './table-row'
import type { Go } from './use-address'
import { useArrowKeys } from './use-arrow-keys'
import { useMovedMarks } from './use-moved-marks'
import { useRowClicks } from './use-row-clicks'
import { useRowOrder } from './use-row-order'

type Props = {
  view: ComparisonView
  rows: DemandRow[]
  shown: string[]
  state: ComparisonState
  served: ServedRows | null
  go: Go
}

/** Demands down, parties across. Knows how to sort and which rows the server has drawn; which rows and which day is decided above it. */
export const ComparisonTable = memo(function ComparisonTable({ view, rows, shown, state, served, go }: Props) {
  const { onRecordOnly, grouped } = state
  const figures = useMemo(
    () => new Map(view.demands.map((demand) => [demand.slug, figuresOf(demand, shown, onRecordOnly)])),
    [view, shown, onRecordOnly],
  )
  const of = (demand: DemandRow) => figures.get(demand.slug) as RowFigures
  const columns = useMemo(() => columnsOf(view, shown, onRecordOnly, figures), [view, shown, onRecordOnly, figures])

  const known = new Set(columns.map((column) => column.id))
  const sorting: SortingState = state.sort.flatMap(({ key, descending }) =>
    known.has(key) ? [{ id: key, desc: descending }] : [],
  )
  const table = useTable({
    features,
    columns,
    // All of them, for rows that are filtered out are hidden and not taken away: to put 50 rows of 12 cells back takes long.
    data: view.demands,
    getRowId: (demand) => demand.slug,
    state: { sorting, columnVisibility: { topic: false, shift: false, entries: false, order: false } },
    isMultiSortEvent: (event) => (event as { shiftKey?: boolean }).shiftKey === true,
    maxMultiSortColCount: 4,
    enableSortingRemoval: true,
    onSortingChange: (change) =>
      go({ sort: functionalUpdate(change, sorting).map(({ id, desc }) => ({ key: id, descending: desc })) }),
  })
  const onKeyDown = useArrowKeys()
  const clicks = useRowClicks(go)
  const element = useRef<HTMLTableElement>(null)
  const fitting = new Set(rows)
  const seen = `${grouped} ${rows.map(({ slug }) => slug).join()}`
  const ordered = useRowOrder(element, table.getRowModel().rows, seen)
  const groups = (grouped ? view.topics : [null]).map((topic) => {
    const all = topic ? ordered.filter((row) => row.original.topic === topic.slug) : ordered
    return { topic, all, hidden: all.every((row) => !fitting.has(row.original)) }
  })
  useMovedMarks(element, view, rows, state)

  return (
    <table
      ref={element}
      role="table"
      className="comparison"
      data-parties={Math.min(shown.length, 6)}
      data-grouped={grouped || undefined}
      aria-label={`Positions on ${rows.length} demands`}
      onKeyDown={onKeyDown}
      {...clicks}
    >
      <thead role="rowgroup">
        {table.getHeaderGroups().map((group) => (
          <tr key={group.id} role="row">
            {group.headers.map((header) => (
              <HeadCell key={header.id} header={header} view={view} sorting={sorting} onRecordOnly={onRecordOnly} />
            ))}
          </tr>
        ))}
      </thead>
      {groups.map(({ topic, all, hidden }) => (
        <tbody key={topic?.slug ?? 'all'} role="rowgroup" hidden={hidden}>
          {topic && (
            <tr className="group-head" role="row">
              <th role="rowheader" scope="rowgroup" colSpan={shown.length + 2}>
                {topic.title}
              </th>
            </tr>
          )}
          {all.map((row) => (
            <TableRow
              key={row.id}
              view={view}
              demand={row.original}
              hidden={!fitting.has(row.original)}
              figures={of(row.original)}
              shown={shown}
              onRecordOnly={onRecordOnly}
              served={served}
            />
          ))}
        </tbody>
      ))}
    </table>
  )
})
