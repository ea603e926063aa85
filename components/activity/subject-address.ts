// Where a subject of the log is looked at.
import type { ActivityRow } from '@/lib/domain/activity/view'

const PLACES: Record<string, (subject: string) => string> = {
  entry: (subject) => `/desk/entries/${encodeURIComponent(subject)}`,
  source: (subject) => `/desk/sources/${encodeURIComponent(subject)}`,
  undo: (subject) => `/desk/undo/${encodeURIComponent(subject)}`,
  negotiation: (subject) => `/${encodeURIComponent(subject)}`,
}

export const subjectAddress = ({ kind, subject }: Pick<ActivityRow, 'kind' | 'subject'>): string | null =>
  PLACES[kind]?.(subject) ?? null
