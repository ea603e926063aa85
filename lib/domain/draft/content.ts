// What a researcher has typed of an entry, whole or not. Without zod, for the browser.
import type { Attribution, QuoteKind } from '@/lib/domain/citation/kinds'
import type { ShiftKind } from '@/lib/domain/shift/kinds'
import type { Stance } from '@/lib/domain/stance/scale'
import type { DatePrecision } from '@/lib/domain/time/day'

/** Words selected in a stored text: offsets in Unicode code points from 0, end excluded. */
export type DraftCitation = {
  source: string
  /** Which of the source's stored texts: its id. */
  text: number
  startsAt: number
  endsAt: number
  quote: string
  quoteKind: QuoteKind
  speaker: string
  attribution: Attribution
  saidOn: string
}

/** As the form holds it: an empty text where nothing is chosen or written yet. */
export type DraftContent = {
  party: string
  demand: string
  heldFrom: string
  datePrecision: DatePrecision
  stance: Stance | ''
  salience: '' | 'high' | 'red-line'
  summary: string
  terms: string
  shiftType: ShiftKind | ''
  shiftBasis: 'coder' | 'source'
  shiftNote: string
  event: string
  citations: DraftCitation[]
}

export const EMPTY_DRAFT: DraftContent = {
  party: '',
  demand: '',
  heldFrom: '',
  datePrecision: 'day',
  stance: '',
  salience: '',
  summary: '',
  terms: '',
  shiftType: '',
  shiftBasis: 'coder',
  shiftNote: '',
  event: '',
  citations: [],
}

/** The fields that a reader of a diff sees, with their names. */
export const FIELD_LABELS: Record<keyof DraftContent, string> = {
  party: 'Party',
  demand: 'Demand',
  stance: 'Stance',
  heldFrom: 'Held from',
  datePrecision: 'Precision',
  salience: 'Salience',
  summary: 'Summary',
  terms: 'Terms',
  shiftType: 'Kind of shift',
  shiftBasis: 'Who says so',
  shiftNote: 'Note on the shift',
  event: 'Event',
  citations: 'Citations',
}
