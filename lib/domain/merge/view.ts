// What merging two rows would change, as plain data.
import type { Day } from '@/lib/domain/time/day'

export const MERGED_KINDS = ['party', 'speaker', 'source'] as const
export type MergedKind = (typeof MERGED_KINDS)[number]

export type Held = { entry: string; heldFrom: Day; stance: string; side: 'from' | 'into' }

export type MergePreview = {
  from: { slug: string; name: string }
  into: { slug: string; name: string }
  /** Entries that readers see and that would be shown under, or cite, the other one. */
  entries: number
  citations: number
  /** Of two parties: what both hold on one demand, in the order in which it was held. */
  shared: { demand: string; held: Held[] }[]
  /** What else is to be known before. */
  remarks: string[]
}

/** A merge as the desk lists it, the newest first. */
export type MergeLine = {
  id: number
  from: { slug: string; name: string }
  into: { slug: string; name: string }
  reason: string
  at: string
  by: string
}
