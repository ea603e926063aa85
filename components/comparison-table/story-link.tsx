import type { ReactNode } from 'react'

type Props = {
  negotiation: string
  demand: string
  party: string
  className?: string
  label?: string
  children: ReactNode
}

/** A link to the page of a story; where there is JavaScript the table opens it in the panel beside it (use-story-links.ts). */
export function StoryLink({ negotiation, demand, party, className, label, children }: Props) {
  return (
    <a href={`/${negotiation}/${demand}/${party}`} data-story className={className} aria-label={label}>
      {children}
    </a>
  )
}
