// A row of the activity log as the desk shows it.
import type { DetailLine } from './details'

export type ActivityFilter = {
  person: string | null
  action: string | null
  /** A kind of subject, and one subject of it. */
  kind: string | null
  subject: string | null
  /** Days, both included. */
  from: string | null
  to: string | null
}

export const EVERYTHING: ActivityFilter = {
  person: null,
  action: null,
  kind: null,
  subject: null,
  from: null,
  to: null,
}

export type ActivityRow = {
  id: number
  /** ISO 8601, to the microsecond: the order of the log. */
  at: string
  actor: string
  action: string
  kind: string
  subject: string
  /** What the subject is called; null where only its id is known. */
  name: string | null
  details: DetailLine[]
  /** The review or undo that it was part of. */
  review: number | null
  undo: number | null
}
