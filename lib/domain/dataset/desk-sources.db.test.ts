// Texts that were stored at the desk on their way through a file: cited passages only, and back without a change.
import { beforeAll, expect, test } from 'vitest'
import { appClient } from '@/lib/db/client'
import { approveRevision } from '@/lib/domain/review/approve-revision'
import { addSource } from '@/lib/domain/source/add-source'
import { storeText } from '@/lib/domain/source/store-text'
import { testDatabase } from '@/tests/database'
import { makeDesk, NEGOTIATION, person, readyContent, sentEntry } from '@/tests/made/desk'
import { checkDataset } from './check'
import { exportDataset, formatDataset } from './export'
import { hasChanges, importDataset } from './import'
import type { Dataset } from './schema'

await testDatabase()
beforeAll(makeDesk)

const author = person('researcher')
const FIRST = 'The first passage that is cited.'
const SECOND = 'The second one, “further down”.'
const long = `Opening. ${'Words that nobody cites. '.repeat(30)}${FIRST} ${'More of them. '.repeat(30)}${SECOND}`

const exported = async () => (await exportDataset(NEGOTIATION)) as Dataset
const reread = (dataset: Dataset): Dataset => {
  // The made negotiation has a name that a file may not give.
  const checked = checkDataset(
    formatDataset({ ...dataset, negotiation: { ...dataset.negotiation, slug: 'from-a-file' } }),
  )
  if (!checked.ok) throw new Error(JSON.stringify(checked.faults))
  return { ...checked.dataset, negotiation: dataset.negotiation }
}

test('what was added at the desk is in the file with its cited passages once something rests on it; importing that changes nothing', async () => {
  const before = await exported()
  const told = {
    kind: 'news',
    publisher: 'Made Herald',
    publisherFlag: null,
    title: 'A long article',
    titleBasis: 'page',
    url: 'https://herald.example/long',
    published: '2024-05-01',
    publishedBasis: 'page',
    language: 'en',
    grade: 'B',
    note: null,
    authors: 'Ann Writer',
    archivedUrl: 'https://archive.example/long',
  } as const
  const added = await addSource(author, {
    ...told,
    negotiation: NEGOTIATION,
    text: long,
    origin: 'pasted',
    fetchedUrl: null,
    isAnother: false,
  })
  if (!added.added) throw new Error('Taken for another.')
  expect(await exported()).toEqual(before)

  const source = await appClient().source.findUniqueOrThrow({
    where: { slug: added.slug },
    include: { currentText: true },
  })
  const [first] = (await readyContent()).citations
  const cite = (quote: string) => {
    const startsAt = [...long.slice(0, long.indexOf(quote))].length
    return {
      ...(first as NonNullable<typeof first>),
      source: added.slug,
      text: source.currentText?.id ?? 0,
      startsAt,
      endsAt: startsAt + [...quote].length,
      quote,
    }
  }
  const sent = await sentEntry(author, { citations: [cite(SECOND), cite(FIRST)] })
  await approveRevision(person('editor'), { review: sent.review, version: 1, note: null })

  const file = await exported()
  expect(file.sources.at(-1)).toMatchObject({
    slug: added.slug,
    excerpt: `${FIRST} […] ${SECOND}`,
    authors: 'Ann Writer',
    archivedUrl: told.archivedUrl,
  })
  expect(hasChanges(await importDataset(reread(file)))).toBe(false)
  expect(formatDataset(await exported())).toBe(formatDataset(file))
  expect(
    (await appClient().source.findUniqueOrThrow({ where: { id: source.id }, include: { currentText: true } }))
      .currentText?.text,
  ).toBe(long)

  await storeText(author, {
    source: added.slug,
    version: 1,
    text: `Nothing is left but this: ${SECOND}`,
    origin: 'pasted',
  })
  const later = await exported()
  expect(later.sources.at(-1)?.excerpt).toContain(FIRST)
  expect(hasChanges(await importDataset(reread(later)))).toBe(false)
})

test('a fuller text stored at the desk stays when the file it came from is imported again', async () => {
  const file = await exported()
  const slug = `${NEGOTIATION}-source-1`
  const source = await appClient().source.findUniqueOrThrow({ where: { slug }, include: { currentText: true } })
  await storeText(author, {
    source: slug,
    version: source.version,
    text: `${source.currentText?.text}\n\n${long}`,
    origin: 'pasted',
  })
  expect(hasChanges(await importDataset(reread(file)))).toBe(false)
  const again = await exported()
  expect(hasChanges(await importDataset(reread(again)))).toBe(false)
  const { currentText } = await appClient().source.findUniqueOrThrow({
    where: { slug },
    include: { currentText: true },
  })
  expect(currentText?.text).toContain(FIRST)
})
