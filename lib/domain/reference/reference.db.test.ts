// Reference data at the desk: added, amended, moved; and the addresses that lead on.
import { beforeAll, describe, expect, test } from 'vitest'
import { appClient } from '@/lib/db/client'
import { findPresentAddress } from '@/lib/domain/address/queries'
import { findOverview } from '@/lib/domain/negotiation/overview'
import { testDatabase } from '@/tests/database'
import { auditOf, everybody, makeDesk, NEGOTIATION, person } from '@/tests/made/desk'
import { addRow } from './add-row'
import { amendRow } from './amend-row'
import { moveRow } from './move-row'
import { getRow, listRows } from './queries'

await testDatabase()
beforeAll(makeDesk)

const editor = person('editor')
const at = (kind: 'party' | 'speaker' | 'topic' | 'demand' | 'event') => ({ negotiation: NEGOTIATION, kind })
const party = { slug: 'new-party', name: 'New Party', shortName: 'New', role: 'mediator', note: null }
const demand = {
  slug: 'new-demand',
  topic: 'topic-1',
  title: 'New demand',
  proposition: 'The parties agree on a new matter.',
  raisedBy: ['party-1', 'silent'],
  lowEnd: 'Refuses it.',
  highEnd: 'Insists on it.',
  keywords: ['new'],
}
const event = {
  slug: 'new-talks',
  title: 'New talks',
  date: '2024-03-01',
  endDate: null,
  place: 'Somewhere',
  participants: ['party-1'],
  kind: 'talks',
  source: `${NEGOTIATION}-source-1`,
}
const versionOf = async (kind: 'party' | 'demand', slug: string) =>
  (await getRow(editor, NEGOTIATION, kind, slug)).version

describe('adding', () => {
  test('a party, a speaker, a topic, a demand and an event, which readers see at once; a speaker with the first entry that quotes them', async () => {
    await addRow(editor, { ...at('party'), row: party })
    const speaker = { slug: 'new-speaker', name: 'New Speaker', office: 'Envoy', party: 'new-party', affiliation: null }
    await addRow(editor, { ...at('speaker'), row: speaker })
    await addRow(editor, { ...at('topic'), row: { slug: 'new-topic', title: 'New topic' } })
    await addRow(editor, { ...at('demand'), row: demand })
    await addRow(editor, { ...at('event'), row: event })
    const seen = await findOverview(NEGOTIATION)
    expect(seen?.parties.at(-1)).toEqual(party)
    expect(seen?.topics.at(-1)?.slug).toBe('new-topic')
    expect(seen?.demands.at(-1)).toEqual(demand)
    expect(seen?.events.at(-1)).toEqual(event)
    expect(seen?.speakers.map(({ slug }) => slug)).not.toContain('new-speaker')
    expect((await listRows(editor, NEGOTIATION, 'speaker')).at(-1)?.slug).toBe('new-speaker')
    expect(await auditOf('new-demand')).toMatchObject([{ action: 'add demand', actor: 'editor' }])
  })

  test('is for editors and admins', async () => {
    for (const actor of everybody.filter(({ role }) => role !== 'editor' && role !== 'admin')) {
      await expect(addRow(actor, { ...at('party'), row: party })).rejects.toMatchObject({ code: 'FORBIDDEN' })
      await expect(listRows(actor, NEGOTIATION, 'party')).rejects.toMatchObject({ code: 'FORBIDDEN' })
    }
  })

  test.each([
    ['a slug that is taken', 'party', { ...party }, 'slug'],
    ['a party that is not there', 'demand', { ...demand, slug: 'd2', raisedBy: ['nobody'] }, 'raisedBy'],
    ['a topic that is not there', 'demand', { ...demand, slug: 'd2', topic: 'nothing' }, 'topic'],
    ['nobody who raises it', 'demand', { ...demand, slug: 'd2', raisedBy: [] }, 'raisedBy'],
    ['a word of the site', 'demand', { ...demand, slug: 'shifts' }, 'slug'],
    ['an end before the beginning', 'event', { ...event, slug: 'e2', endDate: '2024-02-01' }, 'endDate'],
    ['a source that is not there', 'event', { ...event, slug: 'e2', source: 'nowhere' }, 'source'],
    ['direction-changing text', 'party', { ...party, slug: 'p2', name: 'Left\u202Eright' }, 'name'],
    ['a null byte', 'topic', { slug: 't2', title: 'a\0b' }, 'title'],
    ['half of a character', 'topic', { slug: 't2', title: 'a\uD800' }, 'title'],
    ['a field that is none', 'topic', { slug: 't2', title: 'Sound', merged_into_id: 1 }, ''],
  ] as const)('%s is refused, with its field', async (_, kind, row, field) => {
    const before = await appClient().audit.count()
    await expect(addRow(editor, { ...at(kind), row })).rejects.toMatchObject({
      code: 'INVALID',
      faults: [{ at: expect.stringContaining(field) }],
    })
    expect(await appClient().audit.count()).toBe(before)
  })

  test('text that looks like code is text', async () => {
    const title = `<script>alert(1)</script> '; drop`
    await addRow(editor, { ...at('topic'), row: { slug: 'code', title } })
    expect((await findOverview(NEGOTIATION))?.topics.at(-1)?.title).toBe(title)
  })
})

describe('amending', () => {
  test('works, counts the version and keeps what was there in the audit row', async () => {
    const version = await versionOf('party', 'new-party')
    await amendRow(editor, { ...at('party'), slug: 'new-party', version, row: { ...party, name: 'Newer Party' } })
    expect((await findOverview(NEGOTIATION))?.parties.at(-1)?.name).toBe('Newer Party')
    expect(await versionOf('party', 'new-party')).toBeGreaterThan(version)
    const [, row] = await auditOf('new-party')
    expect(row).toMatchObject({ action: 'amend party', details: { before: { name: 'New Party' } } })
  })

  test('is refused to others, to who read an older version, and of what is not there', async () => {
    const version = await versionOf('party', 'new-party')
    const asked = { ...at('party'), slug: 'new-party', row: party }
    await expect(amendRow(person('researcher'), { ...asked, version })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(amendRow(editor, { ...asked, version: version - 1 })).rejects.toMatchObject({ code: 'CONFLICT' })
    await expect(amendRow(editor, { ...asked, slug: 'nobody', version })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(await versionOf('party', 'new-party')).toBe(version)
  })

  test('an import that changes a row is noticed too', async () => {
    const version = await versionOf('party', 'new-party')
    await appClient().party.updateMany({ where: { slug: 'new-party' }, data: { note: 'From elsewhere.' } })
    await expect(amendRow(editor, { ...at('party'), slug: 'new-party', version, row: party })).rejects.toMatchObject({
      code: 'CONFLICT',
    })
  })

  test('the words of a demand are not amended with the rest', async () => {
    const version = await versionOf('demand', 'new-demand')
    await expect(amendRow(editor, { ...at('demand'), slug: 'new-demand', version, row: demand })).rejects.toMatchObject(
      { code: 'INVALID' },
    )
  })

  test('a slug that was left leads to its row, in every kind of address, and is given to no other', async () => {
    const { proposition: _, lowEnd: __, highEnd: ___, ...rest } = demand
    const version = await versionOf('demand', 'new-demand')
    await amendRow(editor, { ...at('demand'), slug: 'new-demand', version, row: { ...rest, slug: 'renamed' } })
    expect(await findPresentAddress(`/${NEGOTIATION}/new-demand`)).toBe(`/${NEGOTIATION}/renamed`)
    expect(await findPresentAddress(`/${NEGOTIATION}/new-demand/party-1`)).toBe(`/${NEGOTIATION}/renamed/party-1`)
    expect(await findPresentAddress(`/feeds/${NEGOTIATION}/demand/new-demand.atom`)).toBe(
      `/feeds/${NEGOTIATION}/demand/renamed.atom`,
    )
    expect(
      await findPresentAddress(`/api/v1/negotiations/${NEGOTIATION}/entries?demand=demand-1,new-demand&limit=5`),
    ).toBe(`/api/v1/negotiations/${NEGOTIATION}/entries?demand=demand-1,renamed&limit=5`)
    expect(await findPresentAddress(`/${NEGOTIATION}/renamed`)).toBeNull()
    expect(await findPresentAddress(`/${NEGOTIATION}/never-there`)).toBeNull()
    await expect(addRow(editor, { ...at('demand'), row: demand })).rejects.toMatchObject({
      code: 'INVALID',
      faults: [{ at: 'slug' }],
    })
    // And may be taken up again by its own row.
    const next = await versionOf('demand', 'renamed')
    await amendRow(editor, { ...at('demand'), slug: 'renamed', version: next, row: rest })
    expect(await findPresentAddress(`/${NEGOTIATION}/renamed`)).toBe(`/${NEGOTIATION}/new-demand`)
  })

  test('whoever writes past the domain is refused by the database', async () => {
    const { negotiationId, topicId, ordinal } = await appClient().demand.findFirstOrThrow()
    const words = { title: 'X', proposition: 'X.', lowEnd: 'No.', highEnd: 'Yes.', keywords: [] }
    await expect(
      appClient().demand.create({ data: { negotiationId, topicId, ordinal, slug: 'renamed', ...words } }),
    ).rejects.toThrow(/address/)
    await expect(appClient().formerAddress.deleteMany()).rejects.toThrow()
  })
})

describe('moving', () => {
  const order = async () => (await listRows(editor, NEGOTIATION, 'topic')).map(({ slug }) => slug)

  test('a row changes places with its neighbour, for readers too; an audit row says so', async () => {
    expect((await order()).slice(0, 3)).toEqual(['topic-1', 'topic-2', 'topic-3'])
    await moveRow(editor, { ...at('topic'), slug: 'topic-2', past: 'topic-1' })
    expect((await order()).slice(0, 3)).toEqual(['topic-2', 'topic-1', 'topic-3'])
    expect((await findOverview(NEGOTIATION))?.topics[0]?.slug).toBe('topic-2')
    expect(await auditOf('topic-2')).toMatchObject([{ action: 'move topic', details: { before: 'topic-1' } }])
  })

  test('is refused to others, and where the list looks otherwise by now', async () => {
    const move = { ...at('topic'), slug: 'topic-2', past: 'topic-3' }
    await expect(moveRow(person('researcher'), move)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(moveRow(editor, move)).rejects.toMatchObject({ code: 'CONFLICT' })
    await expect(moveRow(editor, { ...move, slug: 'nothing' })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})
