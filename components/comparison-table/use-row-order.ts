'use client'
import { type RefObject, startTransition, useLayoutEffect, useRef, useState } from 'react'

/**
 * Rows in the order of the document. Another order is seen at once and put into the document when it has been drawn: for a slow phone
 * moving 50 rows of 12 cells is as much work as all the rest. And the rows in sight are drawn at once, all others a moment later: left
 * to itself the browser shows a row that was out of sight as an empty box first, and then draws rows beyond the edge of the screen.
 * `seen` is whatever else changes when other rows are seen.
 */
export function useRowOrder<Row extends { id: string }>(
  table: RefObject<HTMLTableElement | null>,
  sorted: Row[],
  seen: string,
): Row[] {
  const wanted = sorted.map(({ id }) => id).join()
  const [placed, setPlaced] = useState(wanted)
  const isFirst = useRef(true)
  // biome-ignore lint/correctness/useExhaustiveDependencies: other rows are seen
  useLayoutEffect(() => {
    if (!table.current || isFirst.current) {
      isFirst.current = false
      return
    }
    const rows = [...table.current.querySelectorAll<HTMLElement>('tbody tr')]
    const order = wanted.split(',')
    for (const row of rows)
      if (row.dataset.demand) row.style.order = placed === wanted ? '' : `${order.indexOf(row.dataset.demand) + 1}`
    drawRowsInSight(table.current, rows)
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        leaveToTheBrowser(rows)
        startTransition(() => setPlaced(wanted))
      })
    })
    return () => {
      cancelAnimationFrame(frame)
      leaveToTheBrowser(rows)
    }
  }, [table, wanted, placed, seen])

  if (placed === wanted) return sorted
  const byId = new Map(sorted.map((row) => [row.id, row]))
  const rows = placed.split(',').flatMap((id) => byId.get(id) ?? [])
  return rows.length === sorted.length ? rows : sorted
}

function drawRowsInSight(table: HTMLElement, rows: HTMLElement[]): void {
  const left = new Set(rows.filter((row) => !row.hidden))
  const draw = (row: HTMLElement) => {
    row.style.contentVisibility = 'visible'
    left.delete(row)
  }
  for (const row of left) row.style.contentVisibility = 'hidden'
  // What is hidden cannot keep the focus.
  const focused = table.querySelector<HTMLElement>('tbody tr:focus-within')
  if (focused) draw(focused)
  const frame = table.parentElement?.getBoundingClientRect() ?? new DOMRect()
  const [top, bottom] = [Math.max(0, frame.top), Math.min(innerHeight, frame.bottom)]
  const findInSight = () =>
    [...left].filter((row) => {
      const box = row.getBoundingClientRect()
      return box.bottom > top && box.top < bottom
    })
  // A row's height is a guess until it is drawn: where it is lower, further rows come into sight.
  for (let found = findInSight(); found.length > 0; found = findInSight()) found.forEach(draw)
}

/** By now it has seen for itself which rows are in sight. */
function leaveToTheBrowser(rows: HTMLElement[]): void {
  for (const row of rows) row.style.contentVisibility = ''
}
