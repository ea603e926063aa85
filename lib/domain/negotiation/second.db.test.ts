// A second negotiation: opened at the desk, seen by readers with its first published entry.
import { beforeAll, expect, test } from 'vitest'
import { published } from '@/lib/db/read'
import { findPresentAddress } from '@/lib/domain/address/queries'
import { addRow } from '@/lib/domain/reference/add-row'
import { testDatabase } from '@/tests/database'
import { auditOf, everybody, makeDesk, NEGOTIATION, person } from '@/tests/made/desk'
import { amendNegotiation } from './amend-negotiation'
import { getDeskNegotiation, listDeskNegotiations } from './desk-list'
import { openNegotiation } from './open-negotiation'
import { findOverview } from './overview'
import { listNegotiations } from './queries'

await testDatabase()
beforeAll(makeDesk)

const editor = person('editor')
const second = {
  slug: 'second',
  title: 'Second talks',
  summary: 'Made talks beside the first.',
  startedOn: '2024-01-01',
}

test('is opened, with an audit row, and is in preparation: readers see nothing of it', async () => {
  await openNegotiation(editor, second)
  const party = { slug: 'alpha', name: 'Alpha', shortName: 'Alpha', role: 'belligerent', note: null }
  await addRow(editor, { negotiation: 'second', kind: 'party', row: party })
  expect(await listDeskNegotiations(editor)).toMatchObject([
    { slug: NEGOTIATION },
    { slug: 'second', count: { parties: 1, entries: 0 } },
  ])
  expect((await listNegotiations()).map(({ slug }) => slug)).toEqual([NEGOTIATION])
  expect(await findOverview('second')).toBeNull()
  expect(await published().publishedParty.count({ where: { negotiation: 'second' } })).toBe(0)
  expect(await auditOf('second')).toMatchObject([{ action: 'open negotiation', actor: 'editor' }])
})

test('is for editors and admins', async () => {
  for (const actor of everybody.filter(({ role }) => role !== 'editor' && role !== 'admin')) {
    await expect(openNegotiation(actor, { ...second, slug: 'third' })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(amendNegotiation(actor, { negotiation: 'second', version: 1, to: second })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    })
  }
})

test.each([
  'desk',
  'api',
  'search',
  'e',
  'data',
  'feeds',
  'embed',
  'method',
  'corrections',
  'sources',
  NEGOTIATION,
  'Not a slug',
  '',
])('the address "%s" is refused', async (slug) => {
  await expect(openNegotiation(editor, { ...second, slug })).rejects.toMatchObject({
    code: 'INVALID',
    faults: [{ at: 'slug' }],
  })
})

test('is amended; who read an older version is refused, and its former address is given to no other', async () => {
  const { version } = await getDeskNegotiation(editor, 'second')
  await amendNegotiation(editor, { negotiation: 'second', version, to: { ...second, slug: 'other-talks' } })
  await expect(amendNegotiation(editor, { negotiation: 'other-talks', version, to: second })).rejects.toMatchObject({
    code: 'CONFLICT',
  })
  await expect(openNegotiation(editor, second)).rejects.toMatchObject({ code: 'INVALID' })
  // Nothing of it is published, so nothing of it is told.
  expect(await findPresentAddress('/second')).toBeNull()
})

test('one that readers see leads on from its former address, and does not begin after its first entry', async () => {
  const { version, title, summary, startedOn } = await getDeskNegotiation(editor, NEGOTIATION)
  const to = { slug: 'renamed', title, summary, startedOn }
  await expect(
    amendNegotiation(editor, { negotiation: NEGOTIATION, version, to: { ...to, startedOn: '2026-01-01' } }),
  ).rejects.toMatchObject({ code: 'INVALID', faults: [{ at: 'startedOn' }] })
  await amendNegotiation(editor, { negotiation: NEGOTIATION, version, to })
  expect(await findPresentAddress(`/${NEGOTIATION}/demand-1`)).toBe('/renamed/demand-1')
  expect(await findPresentAddress(`/api/v1/negotiations/${NEGOTIATION}/positions`)).toBe(
    '/api/v1/negotiations/renamed/positions',
  )
})
