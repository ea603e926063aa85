// npm run backup -- FILE
import { ensureClient } from './steps/client'

await ensureClient()
// Only now: they need the client.
const { backUp } = await import('@/lib/db/backup/back-up')
const { describeHeader, runOnDatabase } = await import('./steps/backup-command')

await runOnDatabase('backup', async ({ ownerUrl }, file) => {
  const header = await backUp(ownerUrl, file)
  console.log(`Wrote ${file}.\n${describeHeader(header)}`)
})
