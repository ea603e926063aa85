import type pg from 'pg'
import { expect, test } from 'vitest'
import { appClient } from '@/lib/db/client'
import { withConnection } from '@/lib/db/connection'
import { testDatabase } from '@/tests/database'
import { auditOf, everybody, person } from '@/tests/made/desk'
import { amendView } from './amend-view'
import { forgetView } from './forget-view'
import { keepView } from './keep-view'
import { listKeptViews } from './queries'

const database = await testDatabase()
const analyst = person('analyst')
const view = {
  title: 'Donbas since Anchorage',
  address: '/ukraine?topic=territory&moved=2025-08-15',
  note: 'Compare with May.',
}

test('whoever is signed in keeps views, and sees their own alone', async () => {
  for (const actor of everybody) {
    const { id } = await keepView(actor, view)
    expect((await listKeptViews(actor)).map((row) => row.id)).toEqual([id])
    expect((await auditOf(String(id))).map(({ action, details }) => [action, details])).toEqual([['keep view', {}]])
  }
})

test('a note is amended and forgotten by its owner, at the version that was read', async () => {
  const { id } = await keepView(analyst, view)
  await amendView(analyst, { id, version: 1, title: 'Donbas', note: 'Done.' })
  await expect(amendView(analyst, { id, version: 1, title: 'Donbas', note: 'Stale.' })).rejects.toMatchObject({
    code: 'CONFLICT',
  })
  await expect(amendView(person('admin', 'nosy'), { id, version: 2, title: 'x', note: '' })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  })
  await expect(forgetView(person('admin', 'nosy'), { id, version: 2 })).rejects.toMatchObject({ code: 'CONFLICT' })
  expect(await appClient().keptView.findUnique({ where: { id } })).toMatchObject({
    title: 'Donbas',
    note: 'Done.',
    version: 2,
  })
  await forgetView(analyst, { id, version: 2 })
  expect(await appClient().keptView.findUnique({ where: { id } })).toBeNull()
  expect((await auditOf(String(id))).map(({ action }) => action)).toEqual(['keep view', 'amend view', 'forget view'])
})

test.each([
  '//evil.example',
  '/\\evil.example',
  'https://evil.example/',
  'javascript:alert(1)',
  '/\t/evil.example',
  '',
  'ukraine',
])('%j leads nowhere on this site and is refused, by the database too', async (address) => {
  await expect(keepView(analyst, { ...view, address })).rejects.toMatchObject({
    code: 'INVALID',
    faults: [{ at: 'address' }],
  })
  if (address.startsWith('/\t')) return // only a browser drops the tab
  const sql = `insert into kept_view (owner, title, address) values ('x', 'x', $1)`
  await expect(withConnection(database.appUrl, (client: pg.Client) => client.query(sql, [address]))).rejects.toThrow(
    /kept_view_is_on_this_site/,
  )
})
