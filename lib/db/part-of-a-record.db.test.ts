// Pages about one demand, party or cell read its entries alone: they must say what they would say of the whole record.
import { readFileSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import { checkDataset } from '@/lib/domain/dataset/check'
import { importDataset } from '@/lib/domain/dataset/import'
import { buildDemand } from '@/lib/domain/demand/build'
import { findPart, findRecord } from '@/lib/domain/negotiation/queries'
import type { PublishedRecord } from '@/lib/domain/negotiation/record'
import { buildParty, type Said } from '@/lib/domain/party/build'
import { listSaid } from '@/lib/domain/party/queries'
import { buildStory } from '@/lib/domain/story/build'
import { testDatabase } from '@/tests/database'

await testDatabase()
const TODAY = '2026-11-24'
let whole: PublishedRecord

beforeAll(async () => {
  const real = checkDataset(readFileSync('data/ukraine.json', 'utf8'))
  if (!real.ok) throw new Error('The data that ship are not sound.')
  await importDataset(real.dataset)
  whole = (await findRecord('ukraine')) as PublishedRecord
  expect(whole.entries).toHaveLength(210)
}, 60_000)

test('every story is the same', async () => {
  for (const { slug: demand } of whole.demands.slice(0, 6))
    for (const { slug: party } of whole.parties) {
      const part = (await findPart('ukraine', demand, party)) as PublishedRecord
      expect(buildStory(part, demand, party, TODAY)).toEqual(buildStory(whole, demand, party, TODAY))
    }
}, 60_000)

test('every demand is the same', async () => {
  for (const { slug } of whole.demands) {
    const part = (await findPart('ukraine', slug, null)) as PublishedRecord
    expect(part.entries.length).toBeLessThan(whole.entries.length)
    expect(buildDemand(part, slug, TODAY)).toEqual(buildDemand(whole, slug, TODAY))
  }
}, 60_000)

test('every party is the same, with what its speakers said in the entries of others', async () => {
  for (const { slug } of whole.parties) {
    const [part, said] = await Promise.all([findPart('ukraine', null, slug), listSaid('ukraine', slug)])
    expect(buildParty(part as PublishedRecord, slug, TODAY, said)).toEqual(
      buildParty(whole, slug, TODAY, saidIn(whole)),
    )
  }
}, 60_000)

test('of what is not there nothing is found', async () => {
  expect(await findPart('nowhere', 'a', 'b')).toBeNull()
  expect((await findPart('ukraine', 'nothing', null))?.entries).toEqual([])
  expect(await listSaid('ukraine', 'nobody')).toEqual(new Map())
})

function saidIn({ entries }: PublishedRecord): Map<string, Said> {
  const said = new Map<string, Said>()
  for (const { speaker, saidOn } of entries.flatMap(({ citations }) => citations)) {
    if (!speaker) continue
    const { citations, lastSaid } = said.get(speaker) ?? { citations: 0, lastSaid: null }
    said.set(speaker, { citations: citations + 1, lastSaid: saidOn && saidOn > (lastSaid ?? '') ? saidOn : lastSaid })
  }
  return said
}
