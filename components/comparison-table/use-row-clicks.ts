'use client'
import type { FocusEvent, MouseEvent, PointerEvent } from 'react'
import { loadStoryPanel } from './lazy'
import type { Go } from './use-address'

/** What is pressed inside a row. Heard by the table, for it knows the rows that the server drew and not what is in them. */
export function useRowClicks(go: Go) {
  const foresee = ({ target }: PointerEvent | FocusEvent) => {
    if ((target as Element).closest('[data-story]')) void loadStoryPanel()
  }
  return {
    onPointerOver: foresee,
    onFocus: foresee,
    onClick: (event: MouseEvent) => {
      const target = event.target as Element
      const unfold = target.closest('.unfold')
      if (unfold) return toggle(unfold)
      const link = target.closest<HTMLAnchorElement>('a[data-story]')
      if (!link || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || event.button !== 0) return
      event.preventDefault()
      const [demand = '', party = ''] = link.dataset.story?.split('.') ?? []
      go({ story: { demand, party } }, 'push')
    },
  }
}

/** Whether a row is unfolded is a matter of the row alone, and is kept where it is drawn. */
function toggle(button: Element): void {
  const open = button.getAttribute('aria-expanded') !== 'true'
  button.setAttribute('aria-expanded', String(open))
  button.closest('th')?.toggleAttribute('data-open', open)
}
