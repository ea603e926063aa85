import type pg from 'pg'
import { expect, test } from 'vitest'
import { appClient, publicClient } from '@/lib/db/client'
import { withConnection } from '@/lib/db/connection'
import { testDatabase } from './database'

const database = await testDatabase()

const databaseOf = (url: string) =>
  withConnection(url, async (client: pg.Client) => {
    const { rows } = await client.query('select current_database() as name, current_user as role')
    return rows[0] as { name: string; role: string }
  })

test('three roles meet in one database that is this file’s own', async () => {
  const seen = await Promise.all([database.ownerUrl, database.appUrl, database.publicUrl].map(databaseOf))
  expect(new Set(seen.map(({ name }) => name)).size).toBe(1)
  expect(seen[0]?.name).toMatch(/^parley_test_\d+_\w+_[0-9a-f]{8}$/)
  expect(new Set(seen.map(({ role }) => role)).size).toBe(3)
})

test('the application’s clients use it, and it is empty', async () => {
  expect(await appClient().negotiation.count()).toBe(0)
  expect(await publicClient().publishedNegotiation.count()).toBe(0)
})

test('the rights of the roles came with the template', async () => {
  const withdraw = withConnection(database.appUrl, (app) => app.query('delete from revision'))
  await expect(withdraw).rejects.toThrow(/permission denied/)
  const peek = withConnection(database.publicUrl, (reader) => reader.query('select * from revision'))
  await expect(peek).rejects.toThrow(/permission denied/)
})

test('the developer’s own data folder is out of reach', () => {
  expect(process.env.PARLEY_DATA).toMatch(/parley-db-/)
})
