// The activity log as a file: who gets it, what stands in it, and that it leaves its row first.
import { parse } from 'csv-parse/sync'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { POST } from '@/app/(desk)/desk/activity/export/route'
import { appClient } from '@/lib/db/client'
import type { Visitor } from '@/lib/domain/account/visitor'
import { siteUrl } from '@/lib/site-url'
import { testDatabase } from '@/tests/database'
import { Browser, makePerson } from '@/tests/made/people'

vi.mock('@node-rs/argon2', () => import('@/tests/made/cheap-hashes'))
const at = vi.hoisted(() => ({ visitor: null as unknown }))
vi.mock('@/lib/http/visitor', () => ({ currentVisitor: async () => at.visitor as Visitor }))

await testDatabase()
const ada = await makePerson('Ada', 'editor')
const rob = await makePerson('Rob', 'researcher')
const bare = await makePerson('Bare', 'editor', false)

const ask = (fields: Record<string, string> = {}, origin = siteUrl()) =>
  POST(
    new Request(`${siteUrl()}/desk/activity/export`, {
      method: 'POST',
      headers: { origin },
      body: new URLSearchParams(fields),
    }),
  )
const rowsLeft = () => appClient().audit.count({ where: { action: 'export activity log' } })
const linesOf = async (response: Response) =>
  parse(await response.text(), { columns: true }) as Record<string, string>[]

beforeEach(() => {
  at.visitor = ada.browser.visitor
})

describe('refused, and no row is left', () => {
  test.each([
    ['who is not signed in', () => new Browser().visitor, 401],
    ['a researcher', () => rob.browser.visitor, 403],
    ['an editor without a second factor', () => bare.browser.visitor, 403],
  ])('%s', async (_, visitor, status) => {
    at.visitor = visitor()
    const before = await rowsLeft()
    const response = await ask()
    expect(response.status).toBe(status)
    expect(response.headers.get('content-type')).toContain('text/plain')
    expect(await rowsLeft()).toBe(before)
  })
  test('a page elsewhere', async () => {
    const before = await rowsLeft()
    expect((await ask({}, 'https://example.org')).status).toBe(403)
    expect(await rowsLeft()).toBe(before)
  })
})

test('the row is there before a byte is read, and the file is exactly the view', async () => {
  const before = await rowsLeft()
  const response = await ask({ action: 'sign in', person: ada.me.id, cursor: 'x', else: 'y' })
  expect(await rowsLeft()).toBe(before + 1)
  expect(response.status).toBe(200)
  expect(response.headers.get('cache-control')).toBe('no-store')
  expect(response.headers.get('content-disposition')).toMatch(
    /^attachment; filename="parley-activity-\d{4}-\d\d-\d\d\.csv"$/,
  )
  const stored = await appClient().audit.findMany({ where: { action: 'sign in', actor: ada.me.id } })
  expect(await linesOf(response)).toHaveLength(stored.length)
})

test('longer than one batch, and hostile text is safe to open in a spreadsheet', async () => {
  await appClient().person.update({ where: { id: rob.me.id }, data: { name: '=cmd|calc' } })
  await appClient().audit.createMany({
    data: Array.from({ length: 1_201 }, (_, n) => ({
      actor: rob.me.id,
      action: 'remark',
      subjectKind: 'entry',
      subjectId: n === 0 ? '@SUM(1)' : `made-${n}`,
      details: { reason: '<script>alert(1)</script>\n"quoted", and on' },
    })),
  })
  const lines = await linesOf(await ask({ action: 'remark' }))
  expect(new Set(lines.map(({ subject_id }) => subject_id)).size).toBe(1_201)
  expect(lines.at(-1)).toMatchObject({
    who: "'=cmd|calc",
    what: 'remarked in a review',
    on: 'Entry',
    subject_id: "'@SUM(1)",
    details: 'Reason: <script>alert(1)</script>\n"quoted", and on',
  })
})
