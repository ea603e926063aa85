'use client'
import { useVirtualizer } from '@tanstack/react-virtual'
import { memo, useEffect, useRef, useState } from 'react'
import { SHIFT_SORTS, type ShiftChoice, type ShiftSort } from '@/lib/domain/shift/choice'
import { type ShiftTable, shiftRow } from '@/lib/domain/shift/table'
import { ShiftLine } from './shift-line'

type Props = {
  negotiation: string
  table: ShiftTable
  /** Places in the table. */
  chosen: Uint32Array
  choice: ShiftChoice
  onChange: (change: Partial<ShiftChoice>) => void
}

const HEADS: Record<ShiftSort, string> = {
  on: 'Date',
  party: 'Party',
  demand: 'Demand',
  from: 'From',
  to: 'To',
  kind: 'Kind',
  speaker: 'Speaker',
  sources: 'Sources',
}
// Few rows are drawn as they are: all in the HTML, all in print. Above that only those in sight, in a frame that scrolls.
const MOST_WHOLE = 400
// As in shifts.css.
const HEIGHT = { desk: 44, phone: 84 }

export function ShiftRows({ negotiation, table, chosen, choice, onChange }: Props) {
  const frame = useRef<HTMLElement>(null)
  const height = useRowHeight()
  const virtual = chosen.length > MOST_WHOLE
  const virtualizer = useVirtualizer({
    count: chosen.length,
    enabled: virtual,
    getScrollElement: () => frame.current,
    estimateSize: () => height,
    overscan: 6,
    initialRect: { width: 1200, height: 700 },
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: another height is measured anew
  useEffect(() => virtualizer.measure(), [height])
  // biome-ignore lint/correctness/useExhaustiveDependencies: other rows begin at the top
  useEffect(() => {
    // Asked of the virtualizer, which knows: asking the frame, or sending it where it is, makes the browser lay out all of it at once.
    if (virtualizer.scrollOffset) frame.current?.scrollTo({ top: 0 })
  }, [chosen])
  const items = virtualizer.getVirtualItems()
  // Where only those in sight are drawn, another order writes other words into the lines that are there, and makes none anew.
  const shown = virtual ? items.map(({ index }) => index) : Array.from(chosen.keys())
  const above = virtual ? (items[0]?.start ?? 0) : 0
  const below = virtual ? virtualizer.getTotalSize() - (items.at(-1)?.end ?? 0) : 0

  return (
    <section
      ref={frame}
      aria-label="Shifts"
      className="shift-frame"
      data-virtual={virtual || undefined}
      tabIndex={virtual ? 0 : undefined}
    >
      <table className="shift-table" aria-rowcount={chosen.length + 1}>
        <thead>
          <tr aria-rowindex={1}>
            {SHIFT_SORTS.map((sort) => (
              <th
                key={sort}
                scope="col"
                data-column={sort}
                aria-sort={choice.sort === sort ? (choice.descending ? 'descending' : 'ascending') : undefined}
              >
                <button
                  type="button"
                  className="shift-sort"
                  onClick={() =>
                    onChange({
                      sort,
                      descending:
                        choice.sort === sort
                          ? !choice.descending
                          : sort === 'on' || sort === 'sources' || sort === 'to',
                    })
                  }
                >
                  {HEADS[sort]}{' '}
                  <span aria-hidden="true" className="text-muted">
                    {choice.sort === sort ? (choice.descending ? '▼' : '▲') : '↕'}
                  </span>
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Spacer height={above} />
          {shown.map((index) => (
            <LineAt
              key={virtual ? index : chosen[index]}
              negotiation={negotiation}
              table={table}
              at={chosen[index] ?? 0}
              index={index + 2}
            />
          ))}
          <Spacer height={below} />
        </tbody>
      </table>
      {chosen.length === 0 && <p className="p-8 text-center text-muted">No shift fits these filters. Take one away.</p>}
    </section>
  )
}

/** Drawn once, however often the rows in sight are counted. */
const LineAt = memo(function LineAt({
  table,
  at,
  ...rest
}: {
  negotiation: string
  table: ShiftTable
  at: number
  index: number
}) {
  return <ShiftLine row={shiftRow(table, at)} {...rest} />
})

/** Stands for the rows out of sight. Its height is set through the DOM, which the content security policy allows. */
function Spacer({ height }: { height: number }) {
  if (height <= 0) return null
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it can have the focus
    <tr
      aria-hidden="true"
      ref={(row) => {
        if (row) row.style.height = `${height}px`
      }}
    />
  )
}

function useRowHeight(): number {
  const [height, setHeight] = useState(HEIGHT.desk)
  useEffect(() => {
    const phone = matchMedia('(max-width: 767px)')
    const follow = () => setHeight(phone.matches ? HEIGHT.phone : HEIGHT.desk)
    follow()
    phone.addEventListener('change', follow)
    return () => phone.removeEventListener('change', follow)
  }, [])
  return height
}
