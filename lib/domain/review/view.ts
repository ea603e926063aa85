// What the desk shows of reviews, as plain data that travels to the browser.
import type { DraftContent } from '@/lib/domain/draft/content'
import type { Issue } from '@/lib/domain/draft/rules'
import type { ReviewKind, Stage, Step } from './kinds'

export type ReviewLine = {
  id: number
  entry: string
  negotiation: string
  party: string
  demand: string
  kind: ReviewKind
  stage: Stage
  summary: string
  author: string
  assignee: string | null
  sentAt: string
  changedAt: string
}

export type QueueFilter = {
  stage: Stage
  /** Whose: everybody's, nobody's yet, or mine. */
  assigned: 'all' | 'nobody' | 'me'
  kind: ReviewKind | null
  negotiation: string | null
}

export type ReviewView = ReviewLine & {
  version: number
  reason: string | null
  revision: number
  /** What readers see now; null where the entry is not published. */
  live: DraftContent | null
  content: DraftContent
  /** Each citation with what stands around it in the stored text. */
  contexts: {
    before: string
    quote: string
    after: string
    source: { slug: string; title: string; publisher: string }
  }[]
  issues: Issue[]
  steps: { id: number; step: Step; actor: string; note: string | null; at: string; revision: number }[]
  /** Whether this person wrote it, and so may not decide about it. */
  own: boolean
}
