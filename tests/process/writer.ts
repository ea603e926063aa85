// Imports one batch of entries after the other until it is killed, and says of each when it is acknowledged.
// Run as: node --conditions=react-server --import tsx tests/process/writer.ts
import { openDatabase } from '@/lib/db/database'
import { migrate } from '@/lib/db/migrate'
import { importDataset } from '@/lib/domain/dataset/import'
import { readSettings } from '@/lib/settings'
import { makeNegotiation } from '@/tests/made/negotiation'
import { BATCH, MOST } from './batch'

const database = await openDatabase(readSettings())
await migrate(database.ownerUrl, { roles: database })
process.env.DATABASE_APP_URL = database.appUrl
const whole = makeNegotiation({ slug: 'crash', parties: 4, demands: 10, entries: MOST })
const from = Number(process.argv[2] ?? 0)
for (let count = from + BATCH; count <= MOST; count += BATCH) {
  await importDataset({ ...whole, entries: whole.entries.slice(0, count) })
  console.log(`acknowledged ${count}`)
}
