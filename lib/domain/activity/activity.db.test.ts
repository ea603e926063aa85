// The activity log: what it shows to whom, by which filters, page by page, and as a file that leaves a row itself.
import type pg from 'pg'
import { beforeAll, describe, expect, test } from 'vitest'
import { appClient } from '@/lib/db/client'
import { withConnection } from '@/lib/db/connection'
import { roleMay } from '@/lib/domain/account/roles'
import { approveRevision } from '@/lib/domain/review/approve-revision'
import { testDatabase } from '@/tests/database'
import { auditOf, everybody, makeDesk, person, sentEntry } from '@/tests/made/desk'
import { exportActivity } from './export-activity'
import { listActivity, listActors } from './queries'
import { conditions } from './rows'
import { type ActivityFilter, type ActivityRow, EVERYTHING } from './view'

const database = await testDatabase()
const editor = person('editor')
const asOwner = (text: string) => withConnection(database.ownerUrl, (client: pg.Client) => client.query(text))

beforeAll(async () => {
  await makeDesk()
  // Many rows of one instant: a page may end within it.
  await asOwner(`insert into audit (at, actor, action, subject_kind, subject_id, details)
    select timestamptz '2026-03-01T12:00:00.000001Z' + (n / 40) * interval '1 day', case when n % 3 = 0 then 'ada' else 'bob' end,
      case when n % 5 = 0 then 'withdraw' else 'publish' end, 'entry', 'desk-' || (n % 40 + 1), jsonb_build_object('reason', 'Made ' || n)
    from generate_series(0, 399) n`)
})

async function everyPage(filter: ActivityFilter): Promise<ActivityRow[]> {
  const rows: ActivityRow[] = []
  for (let cursor: string | null = null; ; ) {
    const page = await listActivity(editor, filter, cursor)
    rows.push(...page.items)
    if (page.next === null) return rows
    cursor = page.next
  }
}
async function exported(filter: ActivityFilter, who = editor) {
  const rows = []
  for await (const batch of await exportActivity(who, filter)) rows.push(...batch)
  return rows
}
const asked = (change: Partial<ActivityFilter>): ActivityFilter => ({ ...EVERYTHING, ...change })

test('what is done at the desk is told: who, what, on which subject, newest first', async () => {
  const { entry, review } = await sentEntry(person('researcher'))
  await approveRevision(editor, { review, version: 1, note: null })
  const { items } = await listActivity(editor, asked({ kind: 'entry', subject: entry }))
  expect(items).toMatchObject([
    {
      actor: 'editor',
      action: 'publish',
      kind: 'entry',
      subject: entry,
      name: 'Silent Party on Made demand number 1',
      review,
    },
    {
      actor: 'researcher',
      action: 'send for review',
      review,
      details: expect.arrayContaining([{ label: 'Kind', text: 'first' }]),
    },
  ])
})

describe('filters', () => {
  test.each([
    ['nothing', {}, () => true],
    ['a person', { person: 'ada' }, (n: number) => n % 3 === 0],
    ['an action', { action: 'withdraw' }, (n: number) => n % 5 === 0],
    ['both', { person: 'bob', action: 'withdraw' }, (n: number) => n % 3 !== 0 && n % 5 === 0],
    ['a subject', { kind: 'entry', subject: 'desk-4' }, (n: number) => n % 40 === 3],
    ['days, both included', { from: '2026-03-02', to: '2026-03-03' }, (n: number) => n >= 40 && n < 120],
    [
      'a person on a day',
      { person: 'ada', from: '2026-03-10', to: '2026-03-10' },
      (n: number) => n >= 360 && n % 3 === 0,
    ],
    ['nobody', { person: 'nobody at all' }, () => false],
  ] as const)('%s: the pages together, and the file, are exactly that', async (_, change, wanted) => {
    const filter = asked({ from: '2026-03-01', to: '2026-03-31', ...change })
    const expected = Array.from({ length: 400 }, (_, n) => n)
      .filter(wanted)
      .map((n) => `Made ${n}`)
    const reasons = (rows: ActivityRow[]) => rows.map(({ details }) => details[0]?.text)
    const pages = await everyPage(filter)
    expect(reasons(pages).sort()).toEqual(expected.sort())
    const order = pages.map(({ at, id }) => `${at} ${String(id).padStart(9, '0')}`)
    expect(order).toEqual([...order].sort().reverse())
    expect((await exported(filter)).map(({ id }) => id)).toEqual(pages.map(({ id }) => id))
  })

  test.each([
    ['a day that is none', { from: '2026-02-30' }],
    ['a subject without its kind', { subject: 'e1' }],
  ])('%s is refused', async (_, change) => {
    await expect(listActivity(editor, asked(change))).rejects.toMatchObject({ code: 'INVALID' })
    await expect(exportActivity(editor, asked(change))).rejects.toMatchObject({ code: 'INVALID' })
  })

  test('a cursor of another list is refused', async () => {
    for (const cursor of ['x', Buffer.from('["2026-01-01",1]').toString('base64url')])
      await expect(listActivity(editor, EVERYTHING, cursor)).rejects.toMatchObject({ code: 'INVALID' })
  })
})

describe('who may', () => {
  for (const actor of everybody) {
    const may = roleMay(actor.role, 'read the activity log')
    test(`${actor.role} ${may ? 'reads and exports' : 'is refused, and leaves no row'}`, async () => {
      const before = (await auditOf('csv')).length
      const reads = () => [listActivity(actor, EVERYTHING), listActors(actor), exportActivity(actor, EVERYTHING)]
      if (may) {
        await Promise.all(reads())
        expect((await auditOf('csv')).length).toBe(before + 1)
      } else {
        for (const read of reads()) await expect(read).rejects.toMatchObject({ code: 'FORBIDDEN' })
        expect((await auditOf('csv')).length).toBe(before)
      }
    })
  }
})

test('an export leaves its row, with its filter, before the first byte; it is in the log and not in its own file', async () => {
  const filter = asked({ person: 'editor' })
  const batches = await exportActivity(editor, filter)
  expect((await auditOf('csv')).at(-1)).toMatchObject({
    actor: 'editor',
    action: 'export activity log',
    details: { person: 'editor' },
  })
  const row = (await listActivity(editor, filter)).items[0]
  expect(row).toMatchObject({ action: 'export activity log', details: [{ label: 'Person', text: 'editor' }] })
  const { value } = await batches.next()
  expect((value as ActivityRow[]).map(({ id }) => id)).not.toContain(row?.id)
})

test('the log cannot be changed or emptied, and no row of it holds a secret or shows a draft', async () => {
  await appClient().audit.create({
    data: {
      actor: 'editor',
      action: 'discard draft',
      subjectKind: 'draft',
      subjectId: 'd1',
      details: { content: { summary: 'Private words' } },
    },
  })
  const { items } = await listActivity(editor, asked({ kind: 'draft', subject: 'd1' }))
  expect(items).toMatchObject([{ details: [] }])
})

test('every filter walks an index, however long the log is', async () => {
  await asOwner(`insert into audit (at, actor, action, subject_kind, subject_id, details)
    select timestamptz '2025-01-01Z' + n * interval '1 minute', 'person-' || n % 50, (array['publish', 'remark', 'sign in', 'take on'])[n % 4 + 1],
      'entry', 'e' || n % 900, '{}' from generate_series(1, 60000) n; analyze audit`)
  const ways: Partial<ActivityFilter>[] = [
    {},
    { person: 'person-7' },
    { action: 'remark' },
    { person: 'person-7', action: 'remark' },
    { kind: 'entry', subject: 'e12' },
    { from: '2025-01-10', to: '2025-01-12' },
    { person: 'person-7', from: '2025-01-10', to: '2025-01-12' },
    { kind: 'undo' },
  ]
  for (const way of ways) {
    const rows = await appClient().$queryRaw<{ 'QUERY PLAN': string }[]>`
      explain select id from audit where ${conditions(asked(way), ['2025-02-01T00:00:00.000000Z', 5])} order by audit.at desc, id desc limit 51`
    const plan = rows.map((row) => row['QUERY PLAN']).join('\n')
    expect(plan, JSON.stringify(way)).toMatch(/Index/)
    expect(plan, JSON.stringify(way)).not.toMatch(/Seq Scan/)
  }
})
