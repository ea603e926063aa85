'use client'
import { type RefObject, useLayoutEffect, useRef } from 'react'

/**
 * When the rows change their order, those that come into sight are drawn at once and the others when that is done. Left to itself the
 * browser shows a row that was out of sight as an empty box first, or has the reader wait for rows beyond the edge of the screen.
 * `order` is whatever changes when the rows do.
 */
export function useRowsInSight(table: RefObject<HTMLTableElement | null>, order: string): void {
  const before = useRef(order)
  useLayoutEffect(() => {
    if (before.current === order) return
    before.current = order
    if (!table.current) return
    const rows = [...table.current.querySelectorAll<HTMLElement>('tbody tr:not([hidden])')]
    const left = new Set(rows)
    const draw = (row: HTMLElement) => {
      row.style.contentVisibility = 'visible'
      left.delete(row)
    }
    for (const row of rows) row.style.contentVisibility = 'hidden'
    // What is hidden cannot keep the focus.
    const focused = table.current.querySelector<HTMLElement>('tbody tr:focus-within')
    if (focused) draw(focused)
    const frame = table.current.parentElement?.getBoundingClientRect() ?? new DOMRect()
    const [top, bottom] = [Math.max(0, frame.top), Math.min(innerHeight, frame.bottom)]
    const findInSight = () =>
      [...left].filter((row) => {
        const box = row.getBoundingClientRect()
        return box.bottom > top && box.top < bottom
      })
    // A row's height is a guess until it is drawn: where it is lower, further rows come into sight.
    for (let found = findInSight(); found.length > 0; found = findInSight()) found.forEach(draw)
    const leaveToTheBrowser = () => {
      for (const row of rows) row.style.contentVisibility = ''
    }
    let drawn = requestAnimationFrame(() => {
      drawn = requestAnimationFrame(leaveToTheBrowser)
    })
    return () => {
      cancelAnimationFrame(drawn)
      leaveToTheBrowser()
    }
  }, [table, order])
}
