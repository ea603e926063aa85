// Every kind of fault there is can be found, told and mended; the correction file is the way back.
import { beforeAll, expect, test } from 'vitest'
import { appClient } from '@/lib/db/client'
import { approveRevision } from '@/lib/domain/review/approve-revision'
import { addSource } from '@/lib/domain/source/add-source'
import { addSpeaker } from '@/lib/domain/speaker/add-speaker'
import { csvLines } from '@/lib/http/csv'
import { testDatabase } from '@/tests/database'
import { makeDesk, NEGOTIATION, person, sentEntry } from '@/tests/made/desk'
import { bytesOf, csvOf, HEADERS, IMPORTED, KINDS, type MadeRow, makeGround, makeRows } from '@/tests/made/import-file'
import { beginImport } from './begin-import'
import { checkImport } from './check-import'
import { correctionLines } from './corrections'
import { FAULT_CODES, type FaultCode } from './faults'
import { guessMapping } from './mapping'
import { getCorrections, getImport } from './queries'
import { readTable } from './read-table'
import { runImport } from './run-import'

await testDatabase()
const author = person('researcher')
beforeAll(async () => {
  await makeGround(4, 12)
  await makeDesk()
})

const check = async (text: string, negotiation = IMPORTED) => {
  const table = await readTable(text)
  return (await checkImport(appClient(), negotiation, table, guessMapping(table.columns))).report
}
const codes = async (text: string, negotiation?: string) =>
  (await check(text, negotiation)).faults.map(({ row, field, code }) => `${row} ${field} ${code}`)
const [first, second] = makeRows({ parties: 4, demands: 12, each: 2 }) as [MadeRow, MadeRow]
const asJson = (rows: readonly object[]) => JSON.stringify(rows)

test.each(KINDS.filter(({ at }) => at === undefined).map((kind) => [kind.code, kind] as const))(
  '%s',
  async (_, { code, field, change }) => {
    expect(await codes(csvOf([change(first, first)]))).toEqual([`2 ${field} ${code}`])
  },
)

const TRIED: [FaultCode, () => Promise<string[]>, string[]][] = [
  [
    'half-character',
    () => codes(`{"entries":${asJson([{ ...first, summary: '\uD800' }])}}`),
    ['1 summary half-character'],
  ],
  ['day-before-start', () => codes(csvOf([{ ...first, heldFrom: '2019-01-01' }])), ['2 heldFrom day-before-start']],
  ['terms-missing', () => codes(csvOf([{ ...first, stance: 'conditional' }])), ['2 terms terms-missing']],
  [
    'note-without-shift',
    () => codes(csvOf([{ ...first, shiftType: '', shiftNote: 'At last.' }])),
    ['2 shiftNote note-without-shift'],
  ],
  ['shift-does-not-fit', () => codes(csvOf([{ ...first, shiftType: 'reversal' }])), ['2 shiftType shift-does-not-fit']],
  ['row-twice', () => codes(csvOf([first, second, first])), ['4 row row-twice']],
  [
    'prefix-not-before',
    () => codes(asJson([{ ...first, quote: 'on this matter', prefix: 'never said' }])),
    ['1 prefix prefix-not-before'],
  ],
  [
    'key-disagrees',
    () =>
      codes(
        asJson([
          { ...first, key: 'k' },
          { ...first, key: 'k', summary: 'Another.' },
        ]),
      ),
    ['2 summary key-disagrees'],
  ],
  [
    'too-many-citations',
    () =>
      codes(
        asJson([
          {
            ...first,
            quote: undefined,
            citations: Array.from({ length: 21 }, (_, at) => ({
              quote: `Made statement ${(at % 10) + 1} on this matter`,
            })),
          },
        ]),
      ),
    ['1 row too-many-citations'],
  ],
]
test.each(TRIED)('%s', async (_, found, expected) => expect(await found()).toEqual(expected))

test('source-not-used, source-without-text', async () => {
  expect(await codes(csvOf([{ ...first, source: `${NEGOTIATION}-source-1` }]))).toEqual(['2 source source-not-used'])
  const told = {
    kind: 'news',
    publisher: 'P',
    publisherFlag: null,
    title: 'Without',
    titleBasis: 'page',
    url: null,
    published: null,
    publishedBasis: 'page',
    language: 'en',
    grade: 'C',
    note: null,
    authors: null,
    archivedUrl: null,
  } as const
  const added = await addSource(author, {
    ...told,
    negotiation: IMPORTED,
    text: 'A text that will be gone.',
    origin: 'pasted',
    fetchedUrl: null,
    isAnother: true,
  })
  const slug = added.added ? added.slug : ''
  await appClient().source.update({ where: { slug }, data: { currentTextId: null } })
  expect(await codes(csvOf([{ ...first, source: slug }]))).toEqual(['2 source source-without-text'])
})

test('speaker-several: a name of two of the same party wants the slug', async () => {
  const wanted = { negotiation: IMPORTED, party: 'party-1', name: 'Ann Ambiguous', affiliation: null }
  const one = await addSpeaker(author, { ...wanted, office: 'Minister' })
  await addSpeaker(author, { ...wanted, office: 'Envoy' })
  expect(await codes(csvOf([{ ...first, speaker: 'Ann Ambiguous' }]))).toEqual(['2 speaker speaker-several'])
  expect(await codes(csvOf([{ ...first, speaker: one.slug }]))).toEqual([])
})

test('next-would-not-fit: an entry put before one of the record', async () => {
  const { entry, review } = await sentEntry(author, { heldFrom: '2024-05-01', demand: 'demand-2' })
  await approveRevision(person('editor'), { review, version: 1, note: null })
  const { text } = await appClient().sourceText.findFirstOrThrow({
    where: { source: { slug: `${NEGOTIATION}-source-1` } },
  })
  const row = {
    ...first,
    party: 'silent',
    demand: 'demand-2',
    heldFrom: '2024-01-01',
    event: '',
    speaker: '',
    quoteKind: 'document',
    source: `${NEGOTIATION}-source-1`,
    quote: text.split('. ')[0] as string,
  }
  const report = await check(csvOf([row]), NEGOTIATION)
  expect(report.faults.map(({ field, code }) => [field, code])).toEqual([['heldFrom', 'next-would-not-fit']])
  expect(report.faults[0]?.text).toContain(entry)
})

test('key-taken: the same key says something else than before; the same key and words are recognised', async () => {
  const row = { ...first, demand: 'demand-9', key: 'mine-1' }
  const { id } = await beginImport(author, { negotiation: IMPORTED, fileName: 'k', bytes: bytesOf(asJson([row])) })
  await runImport(author, { id, version: 1 })
  expect(await codes(asJson([{ ...row, summary: 'Something else.' }]))).toEqual(['1 key key-taken'])
  expect((await check(asJson([row]))).recognised).toEqual([expect.objectContaining({ as: 'draft', by: 'key' })])
  // Written on at the desk, it is still known.
  await appClient().draft.updateMany({ where: { importId: id }, data: { content: { summary: 'Mended.' } } })
  expect((await check(asJson([row]))).recognised).toHaveLength(1)
})

test('no code is left that no test has found, but the one for what is not foreseen', () => {
  const apart = [
    'source-not-used',
    'source-without-text',
    'speaker-several',
    'next-would-not-fit',
    'key-taken',
    'not-ready',
  ]
  expect([...new Set([...KINDS.map(({ code }) => code), ...TRIED.map(([code]) => code), ...apart])].sort()).toEqual(
    Object.keys(FAULT_CODES).sort(),
  )
})

test('a fault does not hide those beside it, and makes no other row wrong', async () => {
  const rows = makeRows({ parties: 1, demands: 1, each: 6 })
  rows[2] = { ...rows[2], stance: 'likes', summary: '', saidOn: 'yesterday', quote: 'Not said' }
  // The third row holds nobody knows what: whether the fourth fits it is not asked.
  rows[3] = { ...rows[3], shiftType: 'reversal' }
  expect(await codes(csvOf(rows))).toEqual([
    '4 stance stance-unknown',
    '4 summary missing',
    '4 quote quote-not-found',
    '4 saidOn day-format',
  ])
})

test('the words before tell places apart; offsets are those of the place', async () => {
  const row = { ...first, quote: 'on this matter', prefix: 'Made statement 2' }
  const table = await readTable(asJson([row]))
  const { report, ready } = await checkImport(appClient(), IMPORTED, table, guessMapping(table.columns))
  expect(report.faults).toEqual([])
  const [cited] = ready[0]?.content.citations ?? []
  const { text } = await appClient().sourceText.findUniqueOrThrow({ where: { id: cited?.text as number } })
  expect([...text].slice((cited?.startsAt as number) - 17, cited?.endsAt).join('')).toBe(
    'Made statement 2 on this matter',
  )
})

test.each(['semicolons', 'tabs', 'JSON'])('with %s the same is found as with commas', async (form) => {
  const rows = [first, { ...second, stance: 'likes' }]
  const text = form === 'JSON' ? asJson(rows) : csvOf(rows, form === 'tabs' ? '\t' : ';')
  expect((await codes(text)).map((fault) => fault.replace(/^\d+ /, ''))).toEqual(['stance stance-unknown'])
})

test('hostile cells: told short and harmless, kept out of the record, and the correction file is safe and comes back', async () => {
  const hostile = [
    '=cmd|calc!A1',
    '<img src=x onerror=alert(1)>',
    'a\0b',
    '\u202Eevil',
    'x'.repeat(1024 * 1024),
    "''; drop table draft;--",
  ]
  const rows = hostile.map((text) => ({ ...first, party: text, summary: text, quote: text, source: text }))
  const { id } = await beginImport(author, {
    negotiation: IMPORTED,
    fileName: '../../etc/x\0.csv',
    bytes: bytesOf(csvOf(rows)),
  })
  const { report, fileName } = await getImport(author, id)
  expect(fileName).toBe('../../etc/x.csv')
  expect(report?.ready).toBe(0)
  for (const { value } of report?.faults ?? []) {
    expect(value.length).toBeLessThan(600)
    expect(value).not.toMatch(/\0|\u202E/)
  }
  const lines = correctionLines(await getCorrections(author, id))
  expect(lines).toHaveLength(hostile.length + 1)
  expect(lines[0]).toEqual([...HEADERS, 'Faults', 'Row in the file'])
  const file = csvLines(lines)
  for (const cell of file.split('"')) expect(/^[=+@]/.test(cell)).toBe(false)
  // Mended in place, it is the table that it should have been.
  const mended = csvLines([
    lines[0] as string[],
    ...lines.slice(1).map((line, at) => {
      const { source, quote } = first
      const said = [...line]
      said[0] = 'Party 1'
      said[1] = `Made demand number ${at + 2}`
      said[6] = `Mended ${at}.`
      said[12] = source as string
      said[13] = quote as string
      return said
    }),
  ])
  const next = await check(mended)
  expect([next.faults, next.ready]).toEqual([[], hostile.length])
})
