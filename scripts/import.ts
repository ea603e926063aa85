// npm run import -- FILE [--dry-run] [--reason "why the file differs"]
import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { closeClients } from '@/lib/db/client'
import { openDatabase } from '@/lib/db/database'
import { migrate } from '@/lib/db/migrate'
import { checkDataset } from '@/lib/domain/dataset/check'
import { formatFault } from '@/lib/domain/dataset/fault'
import { hasChanges, type ImportReport, importDataset } from '@/lib/domain/dataset/import'
import { ImportRefused } from '@/lib/domain/dataset/import-entries'
import { readSettings } from '@/lib/settings'

const USAGE = 'Usage: npm run import -- FILE [--dry-run] [--reason "why the file differs from the record"]'

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { 'dry-run': { type: 'boolean', default: false }, reason: { type: 'string' } },
  })
  const [file] = positionals
  if (!file || positionals.length > 1) throw new Error(USAGE)
  const text = await readFile(file, 'utf8').catch(() => {
    throw new Error(`There is no readable file ${file}. ${USAGE}`)
  })
  const checked = checkDataset(text)
  if (!checked.ok) {
    for (const fault of checked.faults) console.error(formatFault(fault))
    console.error(`\n${checked.faults.length} faults in ${file}. Nothing was written.`)
    return 1
  }
  const database = await openDatabase(readSettings())
  try {
    await migrate(database.ownerUrl, { roles: database })
    process.env.DATABASE_APP_URL = database.appUrl
    const report = await importDataset(checked.dataset, {
      dryRun: values['dry-run'],
      reason: values.reason,
      onProgress: showProgress,
    })
    print(report, file)
    return 0
  } catch (error) {
    if (!(error instanceof ImportRefused)) throw error
    console.error(`${error.message}\n\n${file} does not fit the record. Nothing was written.`)
    return 1
  } finally {
    await closeClients()
    await database.close()
  }
}

function showProgress(done: number, of: number) {
  if (of > 2_000) console.log(`  ${done.toLocaleString('en-GB')} of ${of.toLocaleString('en-GB')} entries`)
}

function print(report: ImportReport, file: string) {
  for (const [noun, { added, changed, unchanged }] of Object.entries(report.tallies)) {
    console.log(`  ${noun.padEnd(12)} ${added} added, ${changed} changed, ${unchanged} unchanged`)
  }
  for (const id of report.withdrawn) console.log(`  ${id} is in the file but was withdrawn here; it stays withdrawn.`)
  for (const name of report.notInFile) console.log(`  ${name} is recorded but not in the file; it stays.`)
  if (report.dryRun) console.log(`Dry run of ${file}: this is what an import would do. Nothing was written.`)
  else
    console.log(
      hasChanges(report) ? `Imported ${file}.` : `The record already says what ${file} says. Nothing was changed.`,
    )
}

process.exitCode = await main().catch((error: Error) => {
  console.error(error.message)
  return 1
})
