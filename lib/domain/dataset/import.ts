import 'server-only'
import { type Transaction, write } from '@/lib/db/write'
import { importEntries } from './import-entries'
import type { Noter } from './import-list'
import { importReference } from './import-reference'
import type { Dataset } from './schema'
import type { Tally } from './tally'

export type ImportReport = { dryRun: boolean; tallies: Record<string, Tally>; notInFile: string[]; withdrawn: string[] }

// Any number, as long as every import takes the same: two imports at once go one after the other.
const IMPORT_LOCK = 7_201_963

/** Thrown to undo a dry run, which does everything that the real run does. */
class DryRun extends Error {
  constructor(readonly report: ImportReport) {
    super('dry run')
  }
}

/**
 * Brings the record in line with a checked dataset, in one transaction. New entries are published; a changed one becomes a
 * new revision, published as a correction for `reason`; what the file does not mention stays. A second run changes nothing.
 */
export async function importDataset(
  dataset: Dataset,
  {
    dryRun = false,
    reason,
    onProgress = () => {},
  }: { dryRun?: boolean; reason?: string; onProgress?: (done: number, of: number) => void } = {},
): Promise<ImportReport> {
  try {
    return await write(
      'import',
      async (transaction, note) => {
        const report = await bringInLine(transaction, note, dataset, reason ?? 'The imported file differs', onProgress)
        report.dryRun = dryRun
        if (dryRun) throw new DryRun(report)
        if (hasChanges(report)) {
          note({
            action: 'import',
            subjectKind: 'negotiation',
            subjectId: dataset.negotiation.slug,
            details: report.tallies,
          })
        }
        return report
      },
      hasChanges,
    )
  } catch (error) {
    if (error instanceof DryRun) return error.report
    throw error
  }
}

export const hasChanges = (report: ImportReport): boolean =>
  Object.values(report.tallies).some(({ added, changed }) => added + changed > 0)

async function bringInLine(
  transaction: Transaction,
  note: Noter,
  dataset: Dataset,
  reason: string,
  onProgress: (done: number, of: number) => void,
): Promise<ImportReport> {
  await transaction.$executeRaw`select pg_advisory_xact_lock(${IMPORT_LOCK})`
  // The plans of checks and foreign keys are made while the tables are small, and kept while this import fills them: a table that was
  // quickest read through would go on being read through, once for each row.
  await transaction.$executeRaw`set local enable_seqscan = off`
  const { ids, tallies, absent } = await importReference(transaction, dataset, note)
  const entries = await importEntries(transaction, dataset, ids, reason, onProgress)
  return {
    dryRun: false,
    tallies: { ...tallies, entries: entries.tally },
    notInFile: [...absent, ...entries.absent],
    withdrawn: entries.withdrawn,
  }
}
