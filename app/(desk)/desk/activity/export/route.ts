import { parseActivity } from '@/components/activity/activity-address'
import { type ExportedRow, exportActivity } from '@/lib/domain/activity/export-activity'
import { actionLabel, subjectLabel } from '@/lib/domain/activity/labels'
import { type Columns, deskDownload } from '@/lib/http/desk-download'

export const dynamic = 'force-dynamic'

const COLUMNS: Columns<ExportedRow> = {
  at: (row) => row.at,
  who: (row) => row.who,
  who_id: (row) => row.actor,
  what: (row) => actionLabel(row.action),
  action: (row) => row.action,
  on: (row) => subjectLabel(row.kind),
  subject_id: (row) => row.subject,
  subject: (row) => row.name,
  details: (row) => row.details.map(({ label, text }) => `${label}: ${text}`).join('; ') || null,
  review: (row) => row.review,
  undo: (row) => row.undo,
}

/** A POST, since it leaves a row in the log: no link elsewhere can bring that about. */
export const POST = deskDownload('parley-activity', COLUMNS, (actor, form) => {
  const fields = [...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []))
  return exportActivity(actor, parseActivity(new URLSearchParams(fields)).filter)
})
