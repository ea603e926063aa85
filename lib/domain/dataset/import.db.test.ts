import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { appClient } from '@/lib/db/client'
import { testDatabase } from '@/tests/database'
import { makeNegotiation } from '@/tests/made/negotiation'
import { checkDataset } from './check'
import { exportDataset, formatDataset } from './export'
import { hasChanges, importDataset } from './import'
import { ImportRefused } from './import-refused'
import type { Dataset } from './schema'

await testDatabase()

const real = readFileSync('data/ukraine.json', 'utf8')
const parsed = (text: string): Dataset => {
  const checked = checkDataset(text)
  if (!checked.ok) throw new Error('The file has faults.')
  return checked.dataset
}
const counts = async () => ({
  revisions: await appClient().revision.count(),
  publications: await appClient().publication.count(),
  audit: await appClient().audit.count(),
})

test('a dry run says what an import would do, and does nothing', async () => {
  const before = await counts()
  const report = await importDataset(parsed(real), { dryRun: true })
  expect(report.tallies.entries).toEqual({ added: 210, changed: 0, unchanged: 0 })
  expect(await counts()).toEqual(before)
  expect(await appClient().negotiation.count()).toBe(0)
})

test('the real run does what the dry run said; a second one changes nothing; an export is the file, byte for byte', async () => {
  const dry = await importDataset(parsed(real), { dryRun: true })
  const report = await importDataset(parsed(real))
  expect({ ...report, dryRun: true }).toEqual(dry)
  const after = await counts()
  expect(after).toEqual({ revisions: 210, publications: 210, audit: 1 })

  const again = await importDataset(parsed(real))
  expect(hasChanges(again)).toBe(false)
  expect(await counts()).toEqual(after)
  expect(formatDataset((await exportDataset('ukraine')) as Dataset)).toBe(real)
})

test('a changed entry becomes a new revision, published as a correction; the old one stays', async () => {
  const file = parsed(real)
  const entry = file.entries.find(({ id }) => id === 'e152') as Dataset['entries'][number]
  entry.summary = 'Offers to forgo NATO membership for binding guarantees.'
  const report = await importDataset(file, { reason: 'Shortened' })
  expect(report.tallies.entries).toEqual({ added: 0, changed: 1, unchanged: 209 })
  const revisions = await appClient().revision.findMany({
    where: { entryId: 'e152' },
    orderBy: { number: 'asc' },
    include: { publications: true },
  })
  expect(revisions.map(({ number }) => number)).toEqual([1, 2])
  expect(revisions[1]).toMatchObject({
    summary: entry.summary,
    publications: [{ kind: 'correction', reason: 'Shortened' }],
  })
  const row = await appClient().entry.findUniqueOrThrow({ where: { id: 'e152' }, include: { livePublication: true } })
  expect(row).toMatchObject({
    version: 2,
    currentRevisionId: revisions[1]?.id,
    livePublication: { revisionId: revisions[1]?.id },
  })
  await importDataset(parsed(real), { reason: 'Put back' })
})

test('an amended name is noted with what it was before', async () => {
  const file = parsed(real)
  const party = file.parties[1] as Dataset['parties'][number]
  const before = party.note
  party.note = 'Government of Russia.'
  await importDataset(file)
  const [note] = await appClient().audit.findMany({ where: { subjectKind: 'party', subjectId: 'russia' } })
  expect(note?.details).toMatchObject({ before: { note: before }, after: { note: 'Government of Russia.' } })
  await importDataset(parsed(real))
  expect(formatDataset((await exportDataset('ukraine')) as Dataset)).toBe(real)
})

test('a changed excerpt is a new stored text; the citations keep the one they were made from', async () => {
  const file = parsed(real)
  const source = file.sources.find(({ slug }) => slug === 'tass-2021-12-17') as Dataset['sources'][number]
  source.excerpt = `Moscow. ${source.excerpt}`
  const report = await importDataset(file)
  expect(report.tallies.sources).toMatchObject({ changed: 1 })
  const stored = await appClient().source.findUniqueOrThrow({
    where: { slug: source.slug },
    include: { texts: { include: { citations: true } }, currentText: true },
  })
  expect(stored.currentText?.text).toBe(source.excerpt)
  expect(stored.texts).toHaveLength(2)
  expect(stored.texts.filter(({ citations }) => citations.length > 0).map(({ text }) => text)).toEqual([
    parsed(real).sources.find(({ slug }) => slug === source.slug)?.excerpt,
  ])
  await importDataset(parsed(real))
  expect(formatDataset((await exportDataset('ukraine')) as Dataset)).toBe(real)
})

test('two imports at once: one does the work, the other finds it done', async () => {
  const made = makeNegotiation({ slug: 'twice', parties: 3, demands: 4, entries: 60 })
  const reports = await Promise.all([importDataset(made), importDataset(made)])
  expect(reports.filter(hasChanges)).toHaveLength(1)
  expect(await appClient().entry.count({ where: { negotiation: { slug: 'twice' } } })).toBe(60)
})

test('an entry id belongs to the whole installation, and an entry keeps its party and demand', async () => {
  const foreign = makeNegotiation({ slug: 'foreign', parties: 2, demands: 2, entries: 5 })
  ;(foreign.entries[2] as Dataset['entries'][number]).id = 'e001'
  await expect(importDataset(foreign)).rejects.toThrow(/entries\[2\]\.id: "e001" already names an entry of "ukraine"/)
  expect(await appClient().negotiation.count({ where: { slug: 'foreign' } })).toBe(0)

  const moved = parsed(real)
  ;(moved.entries[0] as Dataset['entries'][number]).party = 'us'
  await expect(importDataset(moved)).rejects.toThrow(ImportRefused)
})

test('entries and rows that a file leaves out stay, and are named', async () => {
  const file = parsed(real)
  const [gone] = file.entries.splice(209, 1)
  const report = await importDataset(file)
  expect(report.notInFile).toContain(`entries: ${gone?.id}`)
  expect(hasChanges(report)).toBe(false)
  expect(await appClient().publishedEntry.count({ where: { id: gone?.id } })).toBe(1)
})

test('importing an export is the identity for any negotiation', async () => {
  const sizes = fc.record({
    parties: fc.integer({ min: 1, max: 12 }),
    demands: fc.integer({ min: 1, max: 15 }),
    entries: fc.integer({ min: 1, max: 60 }),
    seed: fc.nat(),
  })
  let number = 0
  await fc.assert(
    fc.asyncProperty(sizes, async (size) => {
      const made = makeNegotiation({ ...size, slug: `made-${++number}` })
      await importDataset(made)
      const written = formatDataset((await exportDataset(made.negotiation.slug)) as Dataset)
      expect(written).toBe(formatDataset(made))
      expect(hasChanges(await importDataset(parsed(written)))).toBe(false)
    }),
    { numRuns: 12 },
  )
}, 60_000)
