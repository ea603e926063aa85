'use client'
import type { MouseEvent, ReactNode } from 'react'
import { loadStoryPanel } from './lazy'
import type { Go } from './use-address'

type Props = {
  negotiation: string
  demand: string
  party: string
  go: Go
  className?: string
  label?: string
  children: ReactNode
}

/** A link to the page of a story, which opens in the panel beside the table where there is JavaScript. */
export function StoryLink({ negotiation, demand, party, go, className, label, children }: Props) {
  const open = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || event.button !== 0) return
    event.preventDefault()
    go({ story: { demand, party } }, 'push')
  }
  return (
    <a
      href={`/${negotiation}/${demand}/${party}`}
      onClick={open}
      onPointerEnter={loadStoryPanel}
      onFocus={loadStoryPanel}
      className={className}
      aria-label={label}
    >
      {children}
    </a>
  )
}
