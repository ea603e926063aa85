// npm run import -- FILE [--dry-run] [--reason "why the file differs"]
import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { renewStatistics } from '@/lib/db/statistics'
import type { ImportReport } from '@/lib/domain/dataset/import'
import { OperatorError } from '@/lib/operator-error'
import { ensureClient } from './steps/client'

const USAGE = 'Usage: npm run import -- FILE [--dry-run] [--reason "why the file differs from the record"]'

await ensureClient()
// Only now: they need the client.
const { checkDataset } = await import('@/lib/domain/dataset/check')
const { formatFault } = await import('@/lib/domain/dataset/fault')
const { hasChanges, importDataset } = await import('@/lib/domain/dataset/import')
const { ImportRefused } = await import('@/lib/domain/dataset/import-refused')
const { runCommand, withRecord } = await import('./steps/command')

await runCommand(async () => {
  const { file, dryRun, reason } = readArguments()
  const bytes = await readFile(file).catch(() => {
    throw new OperatorError(`There is no readable file ${file}.\n${USAGE}`)
  })
  const text = decode(bytes, file)
  const checked = checkDataset(text)
  if (!checked.ok) {
    for (const fault of checked.faults) console.error(formatFault(fault))
    const count = checked.faults.length
    console.error(`\n${count === 1 ? '1 fault' : `${count} faults`} in ${file}. Nothing was written.`)
    return 1
  }
  return withRecord(async ({ ownerUrl }) => {
    try {
      const report = await importDataset(checked.dataset, { dryRun, reason, onProgress: showProgress })
      if (!dryRun && hasChanges(report)) await renewStatistics(ownerUrl)
      print(report, file)
      return 0
    } catch (error) {
      if (!(error instanceof ImportRefused)) throw error
      console.error(`${error.message}\n\n${file} does not fit the record. Nothing was written.`)
      return 1
    }
  })
})

/** The text of a file. Bytes that are not UTF-8 would be read as replacement characters, in quotation and source alike. */
function decode(bytes: Uint8Array, file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new OperatorError(
      `${file} is not UTF-8. Save it with the encoding UTF-8 and import it again. Nothing was written.`,
    )
  }
}

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { 'dry-run': { type: 'boolean', default: false }, reason: { type: 'string' } },
    })
    const [file] = positionals
    if (file && positionals.length === 1) return { file, dryRun: values['dry-run'], reason: values.reason }
  } catch {
    // An option that there is none of: the usage says which there are.
  }
  throw new OperatorError(USAGE)
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
  else if (hasChanges(report)) console.log(`Imported ${file}.`)
  else console.log(`The record already says what ${file} says. Nothing was changed.`)
}
