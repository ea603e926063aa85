import type pg from 'pg'
import { applyWithin, readApplied } from '@/lib/db/migrate'
import { matchesChecksum, readMigrations } from '@/lib/db/migration-files'
import { quoted } from '@/lib/db/quoted'
import { listTables } from '@/lib/db/tables'
import { OperatorError } from '@/lib/operator-error'
import type { Header } from './header'

/** Brings an empty database to the schema that the backup was made with, inside the transaction at hand. */
export async function prepareSchema(owner: pg.Client, { migrations }: Header): Promise<void> {
  const files = new Map(readMigrations().map((file) => [file.name, file]))
  const strange = migrations.filter(({ name, checksum }) => !matchesChecksum(files.get(name)?.sql ?? '', checksum))
  if (strange.length > 0)
    throw new OperatorError(
      `The backup was made by another or a newer Parley: it has the migrations ${inWords(strange)}, which this checkout does not have so.\n` +
        'Restore it with the Parley that made it, or a newer one. Nothing was written.',
    )
  const applied = new Set((await readApplied(owner)).map(({ name }) => name))
  await refuseUnlessEmpty(owner)
  const ahead = [...applied].filter((name) => !migrations.some((one) => one.name === name)).map((name) => ({ name }))
  if (ahead.length > 0)
    throw new OperatorError(
      `The database is empty, but already newer than the backup: it has ${inWords(ahead)}.\n${FRESH} Nothing was written.`,
    )
  for (const { name } of migrations) {
    const file = files.get(name)
    if (file && !applied.has(name)) await applyWithin(owner, file)
  }
}

const FRESH =
  'Make a new database (create database …) and name it in DATABASE_URL, or, with the embedded one, a new folder in PARLEY_DATA.'

/** Locks every table first, so that nobody writes between the look and the restoring. */
async function refuseUnlessEmpty(owner: pg.Client): Promise<void> {
  const names = (await listTables(owner)).map(({ name }) => quoted(name))
  if (names.length === 0) return
  await owner.query(`lock table ${names.join(', ')} in access exclusive mode`)
  for (const name of names) {
    if ((await owner.query(`select from ${name} limit 1`)).rowCount === 0) continue
    throw new OperatorError(
      `The database is not empty: there are rows in ${name}. A backup is restored into an empty database only.\n${FRESH} Nothing was written.`,
    )
  }
}

const inWords = (list: { name: string }[]) => list.map(({ name }) => name).join(', ')
