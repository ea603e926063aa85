import { parseArgs } from 'node:util'
import type { Header } from '@/lib/db/backup/header'
import { type Database, openDatabase } from '@/lib/db/database'
import { OperatorError } from '@/lib/operator-error'
import { readSettings } from '@/lib/settings'
import { runCommand } from './command'

/** Runs `npm run NAME -- FILE` on the database that the settings name, as it is: nothing is migrated beforehand. */
export function runOnDatabase(name: string, work: (database: Database, file: string) => Promise<void>): Promise<void> {
  return runCommand(async () => {
    const file = readFileName(name)
    const database = await openDatabase(readSettings())
    try {
      await work(database, file)
      return 0
    } finally {
      await database.close()
    }
  })
}

function readFileName(name: string): string {
  try {
    const { positionals } = parseArgs({ allowPositionals: true, options: {} })
    if (positionals[0] && positionals.length === 1) return positionals[0]
  } catch {
    // An option that there is none of: the usage says so.
  }
  throw new OperatorError(`Usage: npm run ${name} -- FILE`)
}

/** What to compare after a restoring: the same hash is the same record, to the last character. */
export function describeHeader({ rows, canonicalHash, migrations }: Header): string {
  const tables = Object.values(rows)
  const sum = tables.reduce((total, count) => total + count, 0)
  return [
    `  ${sum.toLocaleString('en-GB')} rows in ${tables.length} tables`,
    `  schema ${migrations.at(-1)?.name}`,
    `  canonical hash ${canonicalHash}`,
  ].join('\n')
}
