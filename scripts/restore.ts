// npm run restore -- FILE
import { ensureClient } from './steps/client'

await ensureClient()
// Only now: they need the client.
const { restore } = await import('@/lib/db/backup/restore')
const { describeHeader, runOnDatabase } = await import('./steps/backup-command')

await runOnDatabase('restore', async (database, file) => {
  const { header, migrated } = await restore(database, file)
  console.log(`Restored ${file}, taken at ${header.takenAt}.\n${describeHeader(header)}`)
  if (migrated.length > 0) console.log(`Then brought up to date: ${migrated.join(', ')}.`)
})
