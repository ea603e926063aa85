import { existsSync } from 'node:fs'
import { withConnection, withDatabaseLock } from '@/lib/db/connection'
import { type Database, openDatabase } from '@/lib/db/database'
import { migrate } from '@/lib/db/migrate'
import { authSecretOf } from '@/lib/db/secret'
import type { Settings } from '@/lib/settings'
import { atClose } from './closing'
import { step } from './progress'
import { runNode } from './run'

const DATASET = 'data/ukraine.json'

/** Opens the database, brings it to this checkout's schema, fills it when it is empty, and leaves its addresses for the app. */
export async function ensureDatabase(settings: Settings): Promise<Database> {
  const database = await step('Database', async (say, result) => {
    const opened = await openDatabase(settings, say)
    result(opened.description)
    return opened
  })
  atClose(database.close)

  await step('Schema', async (say, result) => {
    const names = await migrate(database.ownerUrl, { roles: database, onApply: (name) => say(`applying ${name}`) })
    result(
      names.length === 0
        ? 'up to date'
        : `applied ${names.map((name) => name.replace(/^\d+_/, '').replaceAll('_', ' ')).join(', ')}`,
    )
  })
  process.env.DATABASE_APP_URL = database.appUrl
  process.env.DATABASE_PUBLIC_URL = database.publicUrl
  process.env.AUTH_SECRET = authSecretOf(database, settings)

  if (existsSync(DATASET)) await ensureRecord(database)
  return database
}

/** Imports the dataset that ships into an empty database. Of several starts at once, on whatever machines, one does. */
async function ensureRecord({ ownerUrl }: Database): Promise<void> {
  await withConnection(ownerUrl, async (owner) => {
    const isEmpty = async () => (await owner.query('select from negotiation limit 1')).rowCount === 0
    if (!(await isEmpty())) return
    await step('Record', async (say, result) => {
      say('waiting for another start, which imports the record')
      await withDatabaseLock(owner, 'parley record', async () => {
        result(`${DATASET} imported`)
        if (!(await isEmpty())) return
        say(`importing ${DATASET}`)
        // A process of its own: domain code is "server-only", which needs the react-server condition that Next's server must not have.
        const args = ['--conditions=react-server', '--import', 'tsx', 'scripts/import.ts', DATASET]
        await runNode(args, 'The import', (line) => {
          result(line)
          say(line)
        }).catch(async (error: unknown) => {
          // An import that a killed start left behind, on this machine or another, may have been first.
          if (await isEmpty()) throw error
        })
      })
    })
  })
}
