import type { DraftContent } from '@/lib/domain/draft/content'

export type EntryHistory = {
  id: string
  version: number
  negotiation: string
  party: { slug: string; name: string }
  demand: { slug: string; title: string }
  /** The revision that readers see; null when they see none. */
  live: number | null
  openReview: number | null
  revisions: { number: number; content: DraftContent; recordedAt: string; recordedBy: string }[]
  publications: { kind: string; revision: number; reason: string | null; at: string; by: string }[]
}
