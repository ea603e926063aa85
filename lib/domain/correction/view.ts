// A change in the record, as readers see it. Never shown as a movement of a party.
export type CorrectionKind = 'correction' | 'recoding' | 'withdrawal'

export type Correction = {
  id: number
  negotiation: string
  entry: string
  party: string
  demand: string
  kind: CorrectionKind
  reason: string
  at: string
  /** Whether it was withdrawn before: readers see it again. */
  comesBack: boolean
  /** What readers saw before and after, where it differs: the name of a field, and its old and new value as text. */
  /** Readers see the entry no more: its words are not repeated. */
  isWithdrawn: boolean
  changes: { field: string; before: string | null; after: string | null }[]
}
