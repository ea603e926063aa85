'use client'
import { type RefObject, useLayoutEffect, useRef } from 'react'
import type { ComparisonState } from '@/lib/domain/comparison/address'
import { hasMovedSince, stateOf } from '@/lib/domain/comparison/filter'
import type { ComparisonView, DemandRow } from '@/lib/domain/comparison/view'

/** Marks the cells that moved within the window asked for, in the rows as they are: the choice makes no other cells of them. */
export function useMovedMarks(
  table: RefObject<HTMLTableElement | null>,
  view: ComparisonView,
  rows: DemandRow[],
  { movedSince, onRecordOnly }: Pick<ComparisonState, 'movedSince' | 'onRecordOnly'>,
) {
  const marked = useRef(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: other rows have come into the table, of this day or another
  useLayoutEffect(() => {
    if (!movedSince && !marked.current) return
    marked.current = true
    const demands = new Map(rows.map((demand) => [demand.slug, demand]))
    for (const row of table.current?.querySelectorAll<HTMLElement>('tr[data-demand]') ?? []) {
      const demand = demands.get(row.dataset.demand ?? '')
      for (const cell of demand ? row.querySelectorAll<HTMLElement>('td[data-party]') : []) {
        const { position } = stateOf(demand as DemandRow, cell.dataset.party ?? '', onRecordOnly)
        cell.toggleAttribute('data-moved', !!position && !!movedSince && hasMovedSince(position, movedSince))
      }
    }
  }, [view, rows, movedSince, onRecordOnly])
}
