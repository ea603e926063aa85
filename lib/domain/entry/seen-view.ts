import type { Citation } from '@/lib/domain/citation/schema'
import type { Correction } from '@/lib/domain/correction/view'
import type { Stance } from '@/lib/domain/stance/scale'
import type { DatePrecision, Day } from '@/lib/domain/time/day'

/** What readers saw of an entry from one publication to the next. */
export type SeenState = {
  /** The publication with which it began. */
  id: number
  kind: 'first' | 'correction' | 'recoding' | 'withdrawal'
  reason: string | null
  /** ISO instants; `until` is null for what readers see now. */
  from: string
  until: string | null
  revision: number
  /** Whether it had been withdrawn before. */
  comesBack: boolean
  /** In which fields it differs from what readers saw before. */
  changes: Correction['changes']
  /** What it said; null while it was withdrawn, and for all of one that is. */
  said: {
    stance: Stance
    heldFrom: Day
    datePrecision: DatePrecision
    summary: string
    terms: string | null
    citations: Citation[]
  } | null
}
