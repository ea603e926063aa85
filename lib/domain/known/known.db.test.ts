// The second clock: what this site said at the end of a day stays what it said, whatever is published, amended or merged afterwards.
import { beforeAll, expect, test, vi } from 'vitest'
import { appClient } from '@/lib/db/client'
import { withConnection } from '@/lib/db/connection'
import { findTable } from '@/lib/domain/comparison/queries'
import { importDataset } from '@/lib/domain/dataset/import'
import type { EntryFilter, ShownEntry } from '@/lib/domain/entry/list-schema'
import { listEntries } from '@/lib/domain/entry/queries'
import { listSeen } from '@/lib/domain/entry/seen'
import { withdrawEntry } from '@/lib/domain/entry/withdraw-entry'
import { mergeRows } from '@/lib/domain/merge/merge-rows'
import { previewMerge } from '@/lib/domain/merge/preview-merge'
import { undoMerge } from '@/lib/domain/merge/undo-merge'
import { listPositions } from '@/lib/domain/position/queries'
import { addRow } from '@/lib/domain/reference/add-row'
import { amendRow } from '@/lib/domain/reference/amend-row'
import { moveRow } from '@/lib/domain/reference/move-row'
import { getRow } from '@/lib/domain/reference/queries'
import { approveRevision } from '@/lib/domain/review/approve-revision'
import { addDays, today } from '@/lib/domain/time/day'
import { rewordDemand } from '@/lib/domain/wording/reword-demand'
import { testDatabase } from '@/tests/database'
import { backdate } from '@/tests/made/backdate'
import { liveRevision, NEGOTIATION, person, sentEntry } from '@/tests/made/desk'
import { makeNegotiation } from '@/tests/made/negotiation'
import { endOf, isKnowable } from './day'
import { findKnownTable, findSince } from './queries'
import { findKnownStory } from './story'

// Each question reads anew: React keeps answers for the length of one request only.
vi.mock('react', async (original) => ({ ...(await original<typeof import('react')>()), cache: <F>(read: F) => read }))

const database = await testDatabase()
const editor = person('editor')
const made = makeNegotiation({ slug: NEGOTIATION, parties: 3, demands: 4, entries: 40, seed: 5 })
const silent = {
  ...made.parties[0],
  slug: 'silent',
  name: 'Silent Party',
  shortName: 'Silent',
} as (typeof made.parties)[0]
const before = { ...made, parties: [...made.parties, silent] }

const NOW = today()
/** The record was published ten days ago; what the tests do happens today. */
const KNOWN = addDays(NOW, -5)
const DAYS = ['2022-06-01', '2024-01-15', KNOWN]

/** Everything that is said of the past, to the letter. */
const said = async () =>
  JSON.stringify([
    ...(await Promise.all(DAYS.map((day) => findKnownTable(NEGOTIATION, day, KNOWN)))),
    ...(await Promise.all(
      ['party-1', 'party-2', 'silent'].map((party) => findKnownStory(NEGOTIATION, 'demand-1', party, KNOWN)),
    )),
    await listPositions(NEGOTIATION, { asOf: '2024-01-15', knownAt: endOf(KNOWN) }),
    await listPositions(NEGOTIATION, { asOf: KNOWN, knownAt: endOf(KNOWN), party: ['party-2'], onRecord: true }),
  ])
let past: string

beforeAll(async () => {
  await importDataset(before)
  await backdate(database, 10)
  past = await said()
})

test('where nothing was published since, the table of then is the one of now', async () => {
  for (const day of DAYS) {
    const then = await findKnownTable(NEGOTIATION, day, KNOWN)
    const now = await findTable(NEGOTIATION, day, KNOWN)
    expect(then).toEqual(now && { ...now, view: { ...now.view, known: KNOWN } })
    expect(then?.view.demands).toHaveLength(4)
  }
})

const versionOf = async (kind: 'party' | 'demand', slug: string) =>
  (await getRow(editor, NEGOTIATION, kind, slug)).version
const entryOf = (party: string) =>
  appClient().entry.findFirstOrThrow({
    where: { party: { slug: party }, demand: { slug: 'demand-1' }, livePublicationId: { not: null } },
  })
const inHere = (kind: 'party' | 'source') => ({ kind, negotiation: kind === 'source' ? null : NEGOTIATION })
const merge = async (kind: 'party' | 'source', from: string, into: string) => {
  const pair = { ...inHere(kind), from, into }
  const { entries } = await previewMerge(editor, pair)
  return mergeRows(editor, { ...pair, entries, reason: 'They are one.' })
}

test.each<[string, () => Promise<unknown>]>([
  [
    'an entry is corrected',
    () =>
      importDataset(
        {
          ...before,
          entries: before.entries.map((entry) =>
            entry.demand === 'demand-1' ? { ...entry, summary: `Better: ${entry.summary}` } : entry,
          ),
        },
        { reason: 'Better words' },
      ),
  ],
  [
    'an entry is withdrawn',
    async () => {
      const { id } = await entryOf('party-1')
      await withdrawEntry(editor, { entry: id, live: await liveRevision(id), reason: 'Coded twice.' })
    },
  ],
  [
    'a new entry is published',
    async () => {
      const sent = await sentEntry(person('researcher', 'writer'))
      await approveRevision(editor, { review: sent.review, version: sent.version, note: null })
    },
  ],
  [
    'a column and a row are added',
    async () => {
      await addRow(editor, {
        ...{ negotiation: NEGOTIATION, kind: 'party' },
        row: { slug: 'new-party', name: 'New Party', shortName: 'New', role: 'mediator', note: null },
      })
      await addRow(editor, {
        ...{ negotiation: NEGOTIATION, kind: 'demand' },
        row: {
          slug: 'new-demand',
          topic: 'topic-1',
          title: 'New demand',
          proposition: 'The parties agree on a new matter.',
          raisedBy: ['party-1', 'new-party'],
          lowEnd: 'Refuses it.',
          highEnd: 'Insists on it.',
          keywords: ['new'],
        },
      })
    },
  ],
  [
    'a party is renamed and gets another address',
    async () => {
      await amendRow(editor, {
        ...{ negotiation: NEGOTIATION, kind: 'party', slug: 'party-2', version: await versionOf('party', 'party-2') },
        row: { slug: 'second-party', name: 'Another name', shortName: 'Second', role: 'mediator', note: null },
      })
    },
  ],
  [
    'columns change places',
    () => moveRow(editor, { negotiation: NEGOTIATION, kind: 'party', slug: 'party-1', past: 'second-party' }),
  ],
  [
    'a demand is worded anew',
    async () =>
      rewordDemand(editor, {
        ...{ negotiation: NEGOTIATION, demand: 'demand-1', reason: 'Clearer.', allHold: false },
        ...{ proposition: 'The parties agree on it at last.', lowEnd: 'Never.', highEnd: 'At once.' },
        version: await versionOf('demand', 'demand-1'),
      }),
  ],
  ['two columns become one', () => merge('party', 'party-3', 'party-1')],
  ['two sources become one', () => merge('source', `${NEGOTIATION}-source-2`, `${NEGOTIATION}-source-1`)],
  [
    'a publisher turns out to be state media',
    () => appClient().source.updateMany({ data: { publisherFlag: 'state-media' } }),
  ],
])('nothing that was said changes when %s', async (_, change) => {
  const present = JSON.stringify(await findTable(NEGOTIATION, NOW, NOW))
  await change()
  expect(JSON.stringify(await findTable(NEGOTIATION, NOW, NOW))).not.toBe(present)
  expect(await said()).toBe(past)
})

test('what was merged, and is two again, was two all along', async () => {
  const { id } = await appClient().merge.findFirstOrThrow({ where: { kind: 'party' } })
  await undoMerge(editor, { id })
  expect(await said()).toBe(past)
})

test('after the change its words are what was known', async () => {
  await backdate(database, 10)
  const then = await findKnownTable(NEGOTIATION, KNOWN, KNOWN)
  expect(then?.view.parties.map(({ slug }) => slug)).toContain('second-party')
  expect(then?.view.demands.find(({ slug }) => slug === 'demand-1')?.proposition).toBe(
    'The parties agree on it at last.',
  )
  expect(JSON.stringify(then?.view)).toContain('Better: ')
  expect((await findKnownStory(NEGOTIATION, 'demand-1', 'silent', KNOWN))?.entries).toHaveLength(1)
  // The interface counts days the same way.
  const { items } = await listPositions(NEGOTIATION, { asOf: KNOWN, knownAt: endOf(KNOWN) })
  for (const item of items) {
    const cell = then?.view.demands.find(({ slug }) => slug === item.demand)?.cells[item.party]
    expect(cell?.position).toMatchObject({ entry: item.entry, stance: item.stance, summary: item.summary })
  }
})

test('entries of then come page by page as those of now do, and withdrawn ones among them', async () => {
  const everyPage = async (filter: EntryFilter) => {
    const items: ShownEntry[] = []
    let cursor: string | undefined
    do {
      const page = await listEntries(NEGOTIATION, { ...filter, cursor, limit: 7 })
      items.push(...page.items)
      cursor = page.next ?? undefined
    } while (cursor)
    return items
  }
  const first = addDays(NOW, -15)
  const filters: EntryFilter[] = [{}, { sort: 'on' }, { demand: ['demand-1'] }, { party: ['party-1'], onRecord: true }]
  for (const filter of filters)
    expect((await everyPage({ ...filter, knownAt: endOf(addDays(NOW, -1)) })).map(({ id }) => id)).toEqual(
      (await everyPage(filter)).map(({ id }) => id),
    )
  const then = await everyPage({ knownAt: endOf(first) })
  expect(then).toHaveLength(before.entries.length)
  expect(then.map(({ party }) => party)).toContain('party-2')
  await expect(everyPage({ knownAt: endOf(first), party: ['second-party'] })).rejects.toMatchObject({ code: 'INVALID' })
  await expect(everyPage({ knownAt: endOf(NOW) })).rejects.toMatchObject({ faults: [{ at: 'knownAt' }] })
  await expect(listEntries('nowhere', { knownAt: endOf(first) })).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('before the first publication nothing was said, and of today it is not over what was', async () => {
  const since = (await findSince(NEGOTIATION)) ?? ''
  expect(since).toBe(addDays(NOW, -20))
  expect(await findKnownTable(NEGOTIATION, '2022-06-01', addDays(since, -1))).toBeNull()
  expect(await findKnownTable(NEGOTIATION, '2022-06-01', since)).not.toBeNull()
  expect(isKnowable(NOW, NOW)).toBe(false)
  expect(isKnowable(addDays(NOW, -1), NOW)).toBe(true)
  expect(isKnowable('2026-02-30', NOW)).toBe(false)
})

test('readers can follow an entry from what they saw first to what they see now', async () => {
  const { id } = await entryOf('party-1')
  const [now, first] = await listSeen(id)
  expect(now).toMatchObject({ kind: 'correction', reason: 'Better words', until: null, revision: 2 })
  expect(now?.changes).toEqual([
    { field: 'Summary', before: first?.said?.summary, after: `Better: ${first?.said?.summary}` },
  ])
  expect(first).toMatchObject({ kind: 'first', reason: null, until: now?.from, revision: 1 })
  expect(first?.said?.citations.length).toBeGreaterThan(0)
  expect(await listSeen('nothing-of-this-name')).toEqual([])
})

test('of a withdrawn entry they see when and why, and not the words that were taken away', async () => {
  const { entryId } = await appClient().publication.findFirstOrThrow({ where: { kind: 'withdrawal' } })
  const seen = await listSeen(entryId)
  expect(seen.map(({ kind, reason }) => [kind, reason])).toEqual([
    ['withdrawal', 'Coded twice.'],
    ['correction', 'Better words'],
    ['first', null],
  ])
  for (const { said, changes } of seen) expect({ said, changes }).toEqual({ said: null, changes: [] })
})

test('nobody changes what was stated', async () => {
  for (const sql of [
    'delete from reference_state',
    "update reference_state set said = '{}'",
    'truncate reference_state',
  ])
    await expect(withConnection(database.ownerUrl, (owner) => owner.query(sql))).rejects.toThrow(/never changed/)
})
