import { dayOf } from '@/lib/domain/time/day'
import type { Correction } from './view'

const FIELDS = {
  stance: 'Stance',
  heldFrom: 'Held from',
  datePrecision: 'Precision',
  salience: 'Salience',
  summary: 'Summary',
  terms: 'Terms',
  shiftKind: 'Kind of shift',
  shiftBasis: 'Who says so',
  shiftNote: 'Note on the shift',
  event: 'Event',
} as const

/** A state of an entry that readers saw, by the columns of published_state. */
export type State = Record<keyof typeof FIELDS, Date | string | null>

/** The fields in which two states differ, as text; empty where only the citations do. */
export function differences(before: State | undefined, after: State | undefined): Correction['changes'] {
  const text = (value: Date | string | null | undefined) => (value instanceof Date ? dayOf(value) : (value ?? null))
  return (Object.keys(FIELDS) as (keyof typeof FIELDS)[]).flatMap((field) => {
    const [old, now] = [text(before?.[field]), text(after?.[field])]
    return old === now ? [] : [{ field: FIELDS[field], before: old, after: now }]
  })
}
