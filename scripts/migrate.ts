import { existsSync } from 'node:fs'
import { createMigration } from '@/lib/db/create-migration'
import { openDatabase } from '@/lib/db/database'
import { migrate } from '@/lib/db/migrate'
import { readSettings } from '@/lib/settings'
import { printFailure } from './steps/progress'

// npm run migrate                        brings the database to this checkout's schema
// npm run migrate -- --create "in words" writes a new migration from the changes in prisma/schema.prisma

async function main(): Promise<void> {
  if (existsSync('.env')) process.loadEnvFile('.env')
  const database = await openDatabase(readSettings(), console.log)
  try {
    const creating = process.argv.indexOf('--create')
    if (creating > 0) {
      const file = await createMigration(database.ownerUrl, process.argv.slice(creating + 1).join(' '))
      console.log(
        file
          ? `Written: ${file}\nRead and complete it, then: npm run migrate`
          : 'The migrations already lead to schema.prisma.',
      )
    } else {
      const names = await migrate(database.ownerUrl, {
        roles: database,
        onApply: (name) => console.log(`applying ${name}`),
      })
      if (names.length === 0) console.log('The database is up to date.')
    }
  } finally {
    await database.close()
  }
}

main().catch((error: unknown) => {
  printFailure(error)
  process.exitCode = 1
})
