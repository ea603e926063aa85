// What a record remembers goes into its file and comes back: former addresses, wordings, merges.
import { beforeAll, expect, test } from 'vitest'
import { findPresentAddress } from '@/lib/domain/address/queries'
import { mergeRows } from '@/lib/domain/merge/merge-rows'
import { previewMerge } from '@/lib/domain/merge/preview-merge'
import { findRecord } from '@/lib/domain/negotiation/queries'
import { amendRow } from '@/lib/domain/reference/amend-row'
import { getRow } from '@/lib/domain/reference/queries'
import { listEarlierCoded, listWordings } from '@/lib/domain/wording/queries'
import { rewordDemand } from '@/lib/domain/wording/reword-demand'
import { testDatabase } from '@/tests/database'
import { person } from '@/tests/made/desk'
import { makeNegotiation } from '@/tests/made/negotiation'
import { checkDataset } from './check'
import { exportDataset, formatDataset } from './export'
import { hasChanges, importDataset } from './import'
import type { Dataset } from './schema'

const NEGOTIATION = 'made'
const editor = person('editor')
let file = ''
let seen = ''
let waiting: string[] = []

const read = (text: string): Dataset => {
  const checked = checkDataset(text)
  if (!checked.ok) throw new Error(JSON.stringify(checked.faults))
  return checked.dataset
}
const entriesOf = async () => (await findRecord(NEGOTIATION))?.entries.map(({ id }) => id) ?? []
/** What readers see, but for the instants at which it was published. */
const shown = async () => JSON.stringify(await findRecord(NEGOTIATION)).replace(/"(firstP|p)ublishedAt":"[^"]*"/g, '')

await testDatabase()
beforeAll(async () => {
  await importDataset(makeNegotiation({ slug: NEGOTIATION, parties: 3, demands: 4, entries: 40, seed: 5 }))
  const topic = await getRow(editor, NEGOTIATION, 'topic', 'topic-1')
  await amendRow(editor, {
    ...{ negotiation: NEGOTIATION, kind: 'topic', slug: 'topic-1', version: topic.version },
    row: { slug: 'first-topic', title: topic.title },
  })
  for (const [kind, from, into] of [
    ['party', 'party-2', 'party-1'],
    ['speaker', 'speaker-2', 'speaker-1'],
    ['source', 'made-source-2', 'made-source-1'],
  ] as const) {
    const pair = { kind, negotiation: kind === 'source' ? null : NEGOTIATION, from, into }
    await mergeRows(editor, { ...pair, reason: 'One.', entries: (await previewMerge(editor, pair)).entries })
  }
  const demand = await getRow(editor, NEGOTIATION, 'demand', 'demand-1')
  await rewordDemand(editor, {
    ...{ negotiation: NEGOTIATION, demand: 'demand-1', version: demand.version, reason: 'Clearer.', allHold: false },
    ...{ proposition: 'Said anew.', lowEnd: 'No.', highEnd: 'Yes.' },
  })
  file = formatDataset((await exportDataset(NEGOTIATION)) as Dataset)
  seen = await shown()
  waiting = (await listEarlierCoded(await entriesOf())).toSorted()
})

test('the file says all of it, and importing it changes nothing', async () => {
  const dataset = read(file)
  expect(dataset.topics[0]).toMatchObject({ slug: 'first-topic', formerly: ['topic-1'] })
  expect(dataset.parties[1]).toMatchObject({ slug: 'party-2', mergedInto: 'party-1' })
  expect(dataset.demands[0]?.wordings).toHaveLength(2)
  expect(
    dataset.entries
      .filter(({ wording }) => wording === 1)
      .map(({ id }) => id)
      .toSorted(),
  ).toEqual(waiting)
  expect(waiting.length).toBeGreaterThan(0)
  expect(hasChanges(await importDataset(dataset))).toBe(false)
  expect(formatDataset((await exportDataset(NEGOTIATION)) as Dataset)).toBe(file)
})

test('a file that still says a former name is refused, with the present one', async () => {
  const dataset = read(file)
  const older = {
    ...dataset,
    topics: dataset.topics.map((row, at) => (at === 0 ? { slug: 'topic-1', title: row.title } : row)),
  }
  await expect(importDataset(older)).rejects.toThrow(/topics\[0\].slug: "topic-1" is called "first-topic" by now/)
})

test.each([
  [
    'merged into nothing',
    (data: Dataset) => Object.assign(data.parties[2] as object, { mergedInto: 'nobody' }),
    'parties[2].mergedInto',
  ],
  [
    'merged in two steps',
    (data: Dataset) => Object.assign(data.parties[0] as object, { mergedInto: 'party-3' }),
    'parties[1].mergedInto',
  ],
  [
    'a former name that is a present one',
    (data: Dataset) => Object.assign(data.topics[1] as object, { formerly: ['first-topic'] }),
    'topics[1].formerly[0]',
  ],
  [
    'a wording that is none',
    (data: Dataset) => Object.assign(data.entries[0] as object, { wording: 9 }),
    'entries[0].wording',
  ],
  [
    'words that are not the last',
    (data: Dataset) => Object.assign(data.demands[0] as object, { proposition: 'Otherwise.' }),
    'demands[0].wordings',
  ],
])('%s is a fault with its place', (_, spoil, path) => {
  const dataset = JSON.parse(file) as Dataset
  spoil(dataset)
  const checked = checkDataset(JSON.stringify(dataset))
  expect(checked.ok ? [] : checked.faults.map((fault) => fault.path)).toContain(path)
})

test('in an empty database it is the same record, with every address', async () => {
  await testDatabase()
  expect(await findRecord(NEGOTIATION)).toBeNull()
  await importDataset(read(file))
  expect(await shown()).toBe(seen)
  expect((await listEarlierCoded(await entriesOf())).toSorted()).toEqual(waiting)
  expect((await listWordings(NEGOTIATION, 'demand-1')).map(({ proposition }) => proposition)).toEqual([
    'Said anew.',
    'The parties agree on made matter number 1.',
  ])
  expect(await findPresentAddress(`/${NEGOTIATION}/party/party-2`)).toBe(`/${NEGOTIATION}/party/party-1`)
  expect(await findPresentAddress('/sources/made-source-2')).toBe('/sources/made-source-1')
  expect(formatDataset((await exportDataset(NEGOTIATION)) as Dataset)).toBe(file)
})
