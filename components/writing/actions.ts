// What the writing room can ask of the server. The pages hand these in; nothing here knows how they are done.
import type { CellEntry } from '@/lib/domain/draft/cell'
import type { DraftContent } from '@/lib/domain/draft/content'
import type { Reference } from '@/lib/domain/draft/view'
import type { Outcome } from '@/lib/domain/outcome'
import type { ReviewKind } from '@/lib/domain/review/kinds'

export type Saved =
  | { saved: true; version: number; at: string }
  | { saved: false; version: number; content: DraftContent }

export type WritingActions = {
  save: (input: {
    id: string
    version: number
    content: DraftContent
    source: string | null
  }) => Promise<Outcome<Saved>>
  readRow: (negotiation: string, demand: string) => Promise<Outcome<CellEntry[]>>
  send: (input: {
    draft: string
    version: number
    kind: ReviewKind
    reason: string | null
  }) => Promise<Outcome<{ review: number; entry: string }>>
  discard: (input: { id: string; version: number }) => Promise<Outcome<void>>
  /** A further entry from the same article; gives its draft. */
  next: (input: { negotiation: string; source: string | null; entry: null }) => Promise<Outcome<{ id: string }>>
  addSpeaker: (input: {
    negotiation: string
    party: string
    name: string
    office: string
    affiliation: string | null
  }) => Promise<Outcome<Reference['speakers'][number]>>
}
