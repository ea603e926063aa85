import 'server-only'
import { pack } from './packed'
import type { ImportReport } from './report'

/** What is kept of a check: the whole of it packed, and its numbers. */
export const reportColumns = async (report: ImportReport) => ({
  report: await pack(JSON.stringify(report)),
  rows: report.rows,
  entries: report.entries,
  faults: report.faults.length,
  recognised: report.recognised.length,
})
