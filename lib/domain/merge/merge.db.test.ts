// Two that are one: what readers see follows the one that stays, every address leads there, and all of it can be undone.
import { beforeAll, describe, expect, test } from 'vitest'
import { appClient } from '@/lib/db/client'
import { withConnection } from '@/lib/db/connection'
import { findPresentAddress } from '@/lib/domain/address/queries'
import { findTable } from '@/lib/domain/comparison/queries'
import { importDataset } from '@/lib/domain/dataset/import'
import { listEntries } from '@/lib/domain/entry/queries'
import { findOverview } from '@/lib/domain/negotiation/overview'
import { findRecord } from '@/lib/domain/negotiation/queries'
import { listPositions } from '@/lib/domain/position/queries'
import { searchRecord } from '@/lib/domain/search/queries'
import { findSource } from '@/lib/domain/source/find-source'
import { testDatabase } from '@/tests/database'
import { auditOf, makeDesk, NEGOTIATION, person } from '@/tests/made/desk'
import { makeNegotiation } from '@/tests/made/negotiation'
import { mergeRows } from './merge-rows'
import { previewMerge } from './preview-merge'
import { listMerges } from './queries'
import { undoMerge } from './undo-merge'
import type { MergedKind } from './view'

const database = await testDatabase()
beforeAll(async () => {
  await makeDesk()
  await importDataset(makeNegotiation({ slug: 'other', parties: 2, demands: 2, entries: 6, seed: 3 }))
})

const editor = person('editor')
const inHere = (kind: MergedKind) => ({ kind, negotiation: kind === 'source' ? null : NEGOTIATION })
const merge = async (kind: MergedKind, from: string, into: string) => {
  const pair = { ...inHere(kind), from, into }
  const { entries } = await previewMerge(editor, pair)
  return mergeRows(editor, { ...pair, entries, reason: 'They are one.' })
}
const idsOf = async (party: string) =>
  (await listEntries(NEGOTIATION, { party: [party], limit: 500 })).items.map(({ id }) => id).toSorted()
/** Everything that readers see, to compare before and after. */
const seen = async () => JSON.stringify([await findRecord(NEGOTIATION), await listPositions(NEGOTIATION, {})])

describe('two parties', () => {
  test('become one column, by date; the address leads on; undone, all is as it was', async () => {
    const before = await seen()
    const [one, two] = [await idsOf('party-1'), await idsOf('party-2')]
    const preview = await previewMerge(editor, { ...inHere('party'), from: 'party-2', into: 'party-1' })
    expect(preview.entries).toBe(two.length)
    expect(preview.shared.length).toBeGreaterThan(0)
    for (const { held } of preview.shared)
      expect(held.map(({ heldFrom }) => heldFrom)).toEqual(held.map(({ heldFrom }) => heldFrom).toSorted())
    expect(await seen()).toBe(before)

    const { id } = await merge('party', 'party-2', 'party-1')
    expect(await idsOf('party-1')).toEqual([...one, ...two].toSorted())
    const overview = await findOverview(NEGOTIATION)
    expect(overview?.parties.map(({ slug }) => slug)).toEqual(['party-1', 'party-3', 'silent'])
    expect(overview?.speakers.find(({ slug }) => slug === 'speaker-2')?.party).toBe('party-1')
    expect(overview?.demands.flatMap(({ raisedBy }) => raisedBy)).not.toContain('party-2')
    expect(await findPresentAddress(`/${NEGOTIATION}/party/party-2`)).toBe(`/${NEGOTIATION}/party/party-1`)
    expect(await findPresentAddress(`/${NEGOTIATION}/demand-1/party-2`)).toBe(`/${NEGOTIATION}/demand-1/party-1`)
    expect(await findPresentAddress(`/api/v1/negotiations/${NEGOTIATION}/positions?party=party-2`)).toBe(
      `/api/v1/negotiations/${NEGOTIATION}/positions?party=party-1`,
    )
    // The positions in SQL, by index and by both clocks, follow the line of the one that stays.
    const positions = await listPositions(NEGOTIATION, { party: ['party-1'] })
    for (const { held } of preview.shared) {
      const last = held.at(-1)
      expect(positions.items.map(({ entry }) => entry)).toContain(last?.entry)
    }
    const asOf = await appClient().$queryRaw<{ party: string; entry: string }[]>`
      select party, entry from positions_as_of(${NEGOTIATION}, '2100-01-01')`
    expect(
      asOf
        .filter(({ party }) => party === 'party-1')
        .map(({ entry }) => entry)
        .toSorted(),
    ).toEqual(positions.items.map(({ entry }) => entry).toSorted())
    const table = await findTable(NEGOTIATION, '2026-01-01', '2026-01-01')
    expect(table?.view.parties.map(({ slug }) => slug)).not.toContain('party-2')
    expect((await searchRecord({ q: 'party 1', kind: 'entry', limit: 40 })).items.map(({ key }) => key)).toEqual(
      expect.arrayContaining(two.slice(0, 1)),
    )
    expect(await auditOf('party-2')).toMatchObject([{ action: 'merge party', details: { into: 'party-1' } }])

    await undoMerge(editor, { id })
    expect(await seen()).toBe(before)
    expect(await findPresentAddress(`/${NEGOTIATION}/party/party-2`)).toBeNull()
  })

  test('one after another: each leads to the last; undone from the middle, each goes back to its own', async () => {
    const before = await seen()
    const [two, three] = [await idsOf('party-2'), await idsOf('party-3')]
    const first = await merge('party', 'party-3', 'party-2')
    const second = await merge('party', 'party-2', 'party-1')
    expect(await idsOf('party-1')).toEqual(expect.arrayContaining([...two, ...three]))
    expect(await findPresentAddress(`/${NEGOTIATION}/party/party-3`)).toBe(`/${NEGOTIATION}/party/party-1`)
    await undoMerge(editor, { id: second.id })
    expect(await idsOf('party-2')).toEqual([...two, ...three].toSorted())
    await undoMerge(editor, { id: first.id })
    expect(await seen()).toBe(before)
  })

  test('an entry is moved by a merge and by nothing else, not even by the owner', async () => {
    await withConnection(database.ownerUrl, async (owner) => {
      await expect(
        owner.query(`update entry set party_id = (select id from party where slug = 'silent')`),
      ).rejects.toThrow(/keeps its party/)
      await expect(
        owner.query(`update entry set filed_party_id = (select id from party where slug = 'silent')`),
      ).rejects.toThrow(/keeps its party/)
      await expect(owner.query('delete from merge')).rejects.toThrow(/never changed/)
    })
    await expect(appClient().entry.updateMany({ data: { partyId: 1 } })).rejects.toThrow()
  })
})

test('two speakers: citations show the one that stays, and nothing of the citations is rewritten', async () => {
  const before = await seen()
  const stored = await appClient().citation.findMany({ orderBy: { id: 'asc' } })
  const { id } = await merge('speaker', 'speaker-2', 'speaker-1')
  const record = await findRecord(NEGOTIATION)
  const cited = record?.entries.flatMap(({ citations }) => citations.map(({ speaker }) => speaker))
  expect(cited).toContain('speaker-1')
  expect(cited).not.toContain('speaker-2')
  expect(record?.speakers.map(({ slug }) => slug)).not.toContain('speaker-2')
  expect(await appClient().citation.findMany({ orderBy: { id: 'asc' } })).toEqual(stored)
  expect(await listMerges(editor, 'speaker', NEGOTIATION, 'speaker-1')).toMatchObject([
    { id, from: { slug: 'speaker-2' }, reason: 'They are one.', by: 'editor' },
  ])
  await undoMerge(editor, { id })
  expect(await seen()).toBe(before)
})

test('two sources, also of two negotiations: one page, one count, both texts', async () => {
  const before = await seen()
  const [from, into] = [`${NEGOTIATION}-source-1`, 'other-source-1']
  const [a, b] = [await findSource(from), await findSource(into)]
  const { id } = await merge('source', from, into)
  expect(await findSource(from)).toBeNull()
  expect(await findPresentAddress(`/sources/${from}`)).toBe(`/sources/${into}`)
  expect(await findPresentAddress(`/api/v1/sources/${from}`)).toBe(`/api/v1/sources/${into}`)
  const both = await findSource(into)
  expect(both?.entries.map((entry) => entry.id).toSorted()).toEqual(
    [...(a?.entries ?? []), ...(b?.entries ?? [])].map((entry) => entry.id).toSorted(),
  )
  expect(both?.negotiations.map(({ slug }) => slug).toSorted()).toEqual([NEGOTIATION, 'other'])
  expect((await findRecord(NEGOTIATION))?.sources.map(({ slug }) => slug)).toContain(into)
  expect(await appClient().sourceText.count({ where: { source: { slug: from } } })).toBe(1)
  await undoMerge(editor, { id })
  expect(await seen()).toBe(before)
})

describe('what is refused', () => {
  const pair = { ...inHere('speaker'), from: 'speaker-2', into: 'speaker-1' }

  test('to others, and where the record is not what the preview showed', async () => {
    const asked = { ...pair, reason: 'One.', entries: 0 }
    await expect(previewMerge(person('researcher'), pair)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(mergeRows(person('researcher'), asked)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(undoMerge(person('researcher'), { id: 1 })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(mergeRows(editor, asked)).rejects.toMatchObject({ code: 'CONFLICT' })
    await expect(mergeRows(editor, { ...asked, reason: ' ' })).rejects.toMatchObject({ code: 'INVALID' })
  })

  test('into itself, into another negotiation, into what is merged, and twice; no circle closes', async () => {
    await expect(previewMerge(editor, { ...pair, into: 'speaker-2' })).rejects.toMatchObject({ code: 'INVALID' })
    await expect(
      previewMerge(editor, { ...inHere('party'), from: 'party-3', into: 'only-elsewhere' }),
    ).rejects.toMatchObject({ code: 'INVALID' })
    const { id } = await merge('speaker', 'speaker-2', 'speaker-1')
    await expect(previewMerge(editor, pair)).rejects.toMatchObject({ code: 'INVALID' })
    await expect(previewMerge(editor, { ...pair, from: 'speaker-1', into: 'speaker-2' })).rejects.toMatchObject({
      code: 'INVALID',
    })
    await expect(previewMerge(editor, { ...pair, from: 'speaker-3', into: 'speaker-2' })).rejects.toMatchObject({
      code: 'INVALID',
    })
    await undoMerge(editor, { id })
    await expect(undoMerge(editor, { id })).rejects.toMatchObject({ code: 'CONFLICT' })
    await expect(undoMerge(editor, { id: 999_999 })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  test('by the database, whoever asks: into itself, across negotiations, in two steps', async () => {
    const [one, two, three] = await appClient().party.findMany({
      where: { negotiation: { slug: NEGOTIATION } },
      orderBy: { id: 'asc' },
    })
    const other = await appClient().party.findFirstOrThrow({ where: { negotiation: { slug: 'other' } } })
    const point = (id = 0, mergedIntoId = 0) => appClient().party.update({ where: { id }, data: { mergedIntoId } })
    await expect(point(one?.id, one?.id)).rejects.toThrow()
    await expect(point(one?.id, other.id)).rejects.toThrow()
    await expect(
      appClient().$transaction(async (transaction) => {
        await transaction.party.update({ where: { id: one?.id ?? 0 }, data: { mergedIntoId: two?.id ?? 0 } })
        await transaction.party.update({ where: { id: two?.id ?? 0 }, data: { mergedIntoId: three?.id ?? 0 } })
      }),
    ).rejects.toThrow(/one step/)
  })
})
