import { expect, test, vi } from 'vitest'
import { appClient } from '@/lib/db/client'
import { testDatabase } from '@/tests/database'
import { auditOf, Browser, firstAdminToken, PASSWORD } from '@/tests/made/people'
import { acceptLink } from './accept-link'
import { findOpenLink } from './one-time-link'

vi.mock('@node-rs/argon2', () => import('@/tests/made/cheap-hashes'))
const database = await testDatabase()

test('the first admin comes by the link of the start, of which only the newest opens', async () => {
  const old = (await firstAdminToken(database)) as string
  const token = (await firstAdminToken(database)) as string
  expect(await findOpenLink(old, ['first-admin'])).toBeNull()
  const both = [1, 2].map((n) =>
    acceptLink(new Browser().visitor, { token, name: 'First', email: `first${n}@example.org`, password: PASSWORD }),
  )
  const results = await Promise.allSettled(both)
  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(await appClient().person.count({ where: { role: 'admin' } })).toBe(1)
  expect((await auditOf('accept invitation'))[0]).toMatchObject({ details: { role: 'admin' } })
})

test('nobody else comes so', async () => expect(await firstAdminToken(database)).toBeNull())
