import { randomBytes } from 'node:crypto'
import { afterAll, inject } from 'vitest'
import { closeClients } from '@/lib/db/client'
import { withConnection } from '@/lib/db/connection'
import { dropDatabase } from '@/lib/db/drop-database'
import { authSecretOf } from '@/lib/db/secret'
import { type Addresses, inDatabase } from './addresses'

/**
 * A database of its own for this test file: every migration applied, no rows. The application's clients of this process point at it.
 * Call it once, at the top of the file: `const database = await testDatabase()`.
 */
export async function testDatabase(): Promise<Addresses> {
  const server = inject('server')
  const template = inject('template')
  const name = `${template}_${randomBytes(4).toString('hex')}`
  await withConnection(server.ownerUrl, (owner) => owner.query(`create database ${name} template ${template}`))
  afterAll(async () => {
    await closeClients()
    await withConnection(server.ownerUrl, (owner) => dropDatabase(owner, name))
  })
  const addresses = inDatabase(server, name)
  process.env.DATABASE_APP_URL = addresses.appUrl
  process.env.DATABASE_PUBLIC_URL = addresses.publicUrl
  process.env.AUTH_SECRET = authSecretOf(addresses)
  return addresses
}
