import { existsSync } from 'node:fs'
import { closeClients } from '@/lib/db/client'
import { openDatabase } from '@/lib/db/database'
import { migrate } from '@/lib/db/migrate'
import { authSecretOf } from '@/lib/db/secret'
import { readSettings } from '@/lib/settings'
import { printFailure } from './progress'

/** Opens the database that the settings name, brings it up to date, does `work` with it, and closes it. Resolves to the exit code. */
export async function withRecord(work: () => Promise<number>): Promise<number> {
  const settings = readSettings()
  const database = await openDatabase(settings)
  try {
    await migrate(database.ownerUrl, { roles: database })
    process.env.DATABASE_APP_URL = database.appUrl
    process.env.DATABASE_PUBLIC_URL = database.publicUrl
    process.env.AUTH_SECRET = authSecretOf(database, settings)
    return await work()
  } finally {
    await closeClients()
    await database.close()
  }
}

/** Runs a command of an operator: the settings of .env, and a failure in words instead of a stack. */
export async function runCommand(main: () => Promise<number>): Promise<void> {
  if (existsSync('.env')) process.loadEnvFile('.env')
  process.exitCode = await main().catch((error: unknown) => {
    printFailure(error)
    return 1
  })
}
