'use client'
import { functionalUpdate, type SortingState, useTable } from '@tanstack/react-table'
import { useMemo } from 'react'
import type { ComparisonState } from '@/lib/domain/comparison/address'
import { figuresOf, sortValue, stateOf } from '@/lib/domain/comparison/filter'
import type { ComparisonView, DemandRow } from '@/lib/domain/comparison/view'
import { features, helper } from './columns'
import { DemandHead } from './demand-head'
import { HeadCell } from './head-cell'
import { PositionCell } from './position-cell'
import { SpreadCell } from './spread-cell'
import { TableRow } from './table-row'
import type { Go } from './use-address'
import { useArrowKeys } from './use-arrow-keys'

type Props = { view: ComparisonView; rows: DemandRow[]; shown: string[]; state: ComparisonState; go: Go }

/** Demands down, parties across. Knows how to sort and draw; which rows and which day is decided above it. */
export function ComparisonTable({ view, rows, shown, state, go }: Props) {
  const { onRecordOnly, grouped } = state
  const columns = useMemo(() => {
    const place = new Map(view.parties.map(({ slug }, at) => [slug, at]))
    const order = new Map(view.demands.map(({ slug }, at) => [slug, at]))
    const topics = new Map(view.topics.map(({ slug }, at) => [slug, at]))
    const figures = new Map(view.demands.map((demand) => [demand.slug, figuresOf(demand, shown, onRecordOnly)]))
    const of = (demand: DemandRow) => figures.get(demand.slug) as ReturnType<typeof figuresOf>
    return helper.columns([
      helper.accessor('title', {
        id: 'demand',
        sortFn: 'text',
        header: () => 'Demand',
        cell: ({ row }) => (
          <DemandHead view={view} demand={row.original} figures={of(row.original)} go={go} grouped={grouped} />
        ),
      }),
      ...shown.map((slug) =>
        helper.accessor((demand) => sortValue(stateOf(demand, slug, onRecordOnly)), {
          id: `by-${slug}`,
          sortFn: 'basic',
          sortDescFirst: true,
          sortUndefined: 'last',
          header: () => view.parties.find((party) => party.slug === slug)?.name ?? slug,
          cell: ({ row }) => (
            <PositionCell
              negotiation={view.negotiation.slug}
              demand={row.original}
              party={view.parties.find((party) => party.slug === slug) as ComparisonView['parties'][number]}
              place={place.get(slug) ?? 0}
              state={stateOf(row.original, slug, onRecordOnly)}
              asOf={view.asOf}
              isLatest={view.asOf === view.today}
              movedSince={state.movedSince}
              go={go}
            />
          ),
        }),
      ),
      helper.accessor((demand) => of(demand).spread?.steps, {
        id: 'spread',
        sortFn: 'basic',
        sortDescFirst: true,
        sortUndefined: 'last',
        header: () => 'Spread',
        cell: ({ row }) => (
          <SpreadCell
            view={view}
            demand={row.original}
            shown={shown}
            onRecordOnly={onRecordOnly}
            figures={of(row.original)}
          />
        ),
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
  }, [view, shown, onRecordOnly, grouped, state.movedSince, go])

  const known = new Set(columns.map((column) => column.id))
  const sorting: SortingState = state.sort.flatMap(({ key, descending }) =>
    known.has(key) ? [{ id: key, desc: descending }] : [],
  )
  const table = useTable({
    features,
    columns,
    data: rows,
    getRowId: (demand) => demand.slug,
    state: { sorting, columnVisibility: { topic: false, shift: false, entries: false, order: false } },
    isMultiSortEvent: (event) => (event as { shiftKey?: boolean }).shiftKey === true,
    maxMultiSortColCount: 4,
    enableSortingRemoval: true,
    onSortingChange: (change) =>
      go({ sort: functionalUpdate(change, sorting).map(({ id, desc }) => ({ key: id, descending: desc })) }),
  })
  const onKeyDown = useArrowKeys()
  const sorted = table.getRowModel().rows
  const groups = grouped
    ? view.topics.flatMap((topic) => {
        const inTopic = sorted.filter((row) => row.original.topic === topic.slug)
        return inTopic.length > 0 ? [{ topic, rows: inTopic }] : []
      })
    : [{ topic: null, rows: sorted }]

  return (
    <table
      className="comparison"
      data-parties={Math.min(shown.length, 6)}
      aria-label={`Positions on ${rows.length} demands`}
      onKeyDown={onKeyDown}
    >
      <thead>
        {table.getHeaderGroups().map((group) => (
          <tr key={group.id}>
            {group.headers.map((header) => (
              <HeadCell key={header.id} header={header} view={view} sorting={sorting} onRecordOnly={onRecordOnly} />
            ))}
          </tr>
        ))}
      </thead>
      {groups.map(({ topic, rows: inGroup }) => (
        <tbody key={topic?.slug ?? 'all'}>
          {topic && (
            <tr className="group-head">
              <th scope="rowgroup" colSpan={shown.length + 2}>
                {topic.title}
              </th>
            </tr>
          )}
          {inGroup.map((row) => (
            <TableRow key={row.id} row={row} columns={columns} />
          ))}
        </tbody>
      ))}
    </table>
  )
}
