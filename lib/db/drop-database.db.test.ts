import pg from 'pg'
import { expect, inject, test } from 'vitest'
import { inDatabase } from '@/tests/addresses'
import { testDatabase } from '@/tests/database'
import { withConnection } from './connection'
import { dropDatabase } from './drop-database'

await testDatabase()

const server = inject('server')
const asOwner = <T>(work: (owner: pg.Client) => Promise<T>) => withConnection(server.ownerUrl, work)
const isThere = (name: string) =>
  asOwner(async (owner) => (await owner.query('select 1 from pg_database where datname = $1', [name])).rowCount === 1)

const isTried = (name: string) =>
  asOwner(async (owner) => {
    const waiting = "select from pg_stat_activity where state = 'active' and query = $1"
    return (await owner.query(waiting, [`drop database if exists ${name}`])).rowCount === 1
  })

async function made(name: string): Promise<ReturnType<typeof inDatabase>> {
  await asOwner((owner) => owner.query(`create database ${name} template ${inject('template')}`))
  return inDatabase(server, name)
}

/** A connection that stays, and does not mind being ended by the server. */
async function connected(connectionString: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString })
  client.on('error', () => {})
  await client.connect()
  return client
}

test('the owner’s own connections are ended', async () => {
  const name = `parley_drop_owner_${process.pid}`
  const { ownerUrl } = await made(name)
  const client = await connected(ownerUrl)
  await asOwner((owner) => dropDatabase(owner, name))
  expect(await isThere(name)).toBe(false)
  await expect(client.query('select 1')).rejects.toThrow()
})

test.each(['appUrl', 'publicUrl'] as const)(
  'a connection that the owner may not end is waited for: %s',
  async (role) => {
    const name = `parley_drop_${role.toLowerCase()}_${process.pid}`
    const client = await connected((await made(name))[role])
    const dropped = asOwner((owner) => dropDatabase(owner, name))
    await expect.poll(() => isTried(name)).toBe(true)
    expect(await isThere(name)).toBe(true)
    await client.end()
    await dropped
    expect(await isThere(name)).toBe(false)
  },
)

test('one that is not there is no fault', async () => {
  await asOwner((owner) => dropDatabase(owner, `parley_drop_none_${process.pid}`))
})
