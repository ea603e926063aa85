'use client'
import type { KeyboardEvent } from 'react'

const STEPS: Record<string, [number, number]> = {
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
}

/** Arrow keys move the focus from cell to cell of the table they are pressed in; Enter is the link's own. */
export function useArrowKeys() {
  return (event: KeyboardEvent<HTMLTableElement>) => {
    const step = STEPS[event.key]
    const target = event.target as HTMLElement
    if (!step || event.altKey || event.ctrlKey || event.metaKey || !target.matches('.cell-link, .sort-button')) return
    const lines = [...event.currentTarget.querySelectorAll('tr:not(.group-head, [hidden])')].map((row) => [
      ...row.querySelectorAll<HTMLElement>('.cell-link, .sort-button'),
    ])
    const row = lines.findIndex((line) => line.includes(target))
    const column = lines[row]?.indexOf(target) ?? -1
    // The head line has a button over the demands as well, the others have none there.
    const offset = (line: number) => (line === 0 ? 1 : 0)
    const next = lines[row + step[0]]
    const to = next?.[column - offset(row) + step[1] + offset(row + step[0])]
    if (!to) return
    event.preventDefault()
    to.focus()
  }
}
