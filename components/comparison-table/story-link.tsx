import type { ReactNode } from 'react'
import type { ComparisonView } from '@/lib/domain/comparison/view'
import { storyPath } from '@/lib/domain/story/address'

type Props = {
  view: ComparisonView
  demand: string
  party: string
  className?: string
  label?: string
  children: ReactNode
}

/** A link to the page of a story; where there is JavaScript the table opens it in the panel beside it (use-story-links.ts). */
export function StoryLink({ view, demand, party, className, label, children }: Props) {
  return (
    <a
      href={storyPath(view.negotiation.slug, demand, party, view.known)}
      data-story={`${demand}.${party}`}
      className={className}
      aria-label={label}
    >
      {children}
    </a>
  )
}
