'use client'
import { FlexRender, type Row } from '@tanstack/react-table'
import { Fragment, memo } from 'react'
import type { DemandRow } from '@/lib/domain/comparison/view'
import type { features } from './columns'

type Props = {
  row: Row<typeof features, DemandRow>
  /** What the cells are drawn by: other columns, other cells. */
  columns: unknown
}

/** A demand's row. Sorting and filtering move rows and leave their cells alone, so that 720 cells answer at once on a slow phone. */
export const TableRow = memo(
  function TableRow({ row }: Props) {
    return (
      <tr data-demand={row.id}>
        {row.getVisibleCells().map((cell) => (
          <Fragment key={cell.id}>
            <FlexRender cell={cell} />
          </Fragment>
        ))}
      </tr>
    )
  },
  (before, after) => before.row.original === after.row.original && before.columns === after.columns,
)
