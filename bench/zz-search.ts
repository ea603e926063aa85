import { withConnection } from '@/lib/db/connection'
import { openDatabase } from '@/lib/db/database'
import { migrate } from '@/lib/db/migrate'
import { readSettings } from '@/lib/settings'

const database = await openDatabase(readSettings({ ...process.env, PARLEY_DATA: '/tmp/p-sb' }))
await migrate(database.ownerUrl, { roles: database })
process.env.DATABASE_APP_URL = database.appUrl
process.env.DATABASE_PUBLIC_URL = database.publicUrl
const { importDataset } = await import('@/lib/domain/dataset/import')
const { makeNegotiation } = await import('@/tests/made/negotiation')
const { searchRecord } = await import('@/lib/domain/search/queries')
let t = performance.now()
const made = makeNegotiation({ slug: 'made', parties: 12, demands: 60, entries: 100_000, seed: 3 })
const n = await withConnection(
  database.ownerUrl,
  async (c) => (await c.query('select count(*)::int n from entry')).rows[0].n,
)
if (n === 0) {
  await importDataset(made)
  console.log('import', performance.now() - t)
}
for (const q of [
  'made',
  'position 777',
  'republic party 3 security',
  'statement 17',
  'gazette',
  'zzz',
  'made position stated public',
]) {
  for (let i = 0; i < 2; i++) {
    t = performance.now()
    const f = await searchRecord({ q })
    console.log(q, JSON.stringify(f.totals), Math.round(performance.now() - t), 'ms')
  }
}
await (await import('@/lib/db/client')).closeClients()
await database.close()
process.exit(0)
