// Whatever is brought: read as what it says, or refused with what to do; never guessed.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { encodeCell } from '@/lib/csv-cell'
import { csvLines } from '@/lib/http/csv'
import { bytesOf } from '@/tests/made/import-file'
import { decodeText } from './decode-text'
import { guessMapping } from './mapping'
import { placesOf, pointsOf } from './place-of-quote'
import { readTable } from './read-table'

const utf16 = (text: string, mark: string, big = false) => {
  const bytes = new Uint8Array(Buffer.from(mark + text, 'utf16le'))
  return big ? new Uint8Array(Buffer.from(bytes).swap16()) : bytes
}

test.each([
  ['UTF-8', bytesOf('Київ')],
  ['UTF-8 with a byte order mark', bytesOf('\uFEFFКиїв')],
  ['UTF-16 little endian', utf16('Київ', '\uFEFF')],
  ['UTF-16 big endian', utf16('Київ', '\uFEFF', true)],
])('%s is read', (_, bytes) => expect(decodeText(bytes)).toBe('Київ'))

const faultOf = (work: () => unknown) => {
  try {
    work()
  } catch (error) {
    return (error as { faults: { text: string }[] }).faults[0]?.text ?? String(error)
  }
  return 'nothing was refused'
}

test.each([
  ['nothing', new Uint8Array(), /empty/],
  ['too much', new Uint8Array(8 * 1024 * 1024 + 1), /larger than 8 MB/],
  ['UTF-16 without a mark', utf16('Party,Demand', ''), /UTF-16 without/],
  ['half of UTF-16', utf16('ab', '\uFEFF').subarray(0, 5), /middle of a character/],
  ['Latin-1', new Uint8Array([...bytesOf('Party\nZ'), 0xfc, 0x72, 0x69]), /not UTF-8 \(from byte 8 on\)/],
  ['UTF-8 with a surrogate in it', new Uint8Array([0x61, 0xed, 0xa0, 0x80]), /not UTF-8/],
])('%s is refused in words', (_, bytes, words) => expect(faultOf(() => decodeText(bytes))).toMatch(words))

test.each([
  ['commas', 'a,b\n1,"x;y\tz"', [['1', 'x;y\tz']]],
  ['semicolons', 'a;b\r\n1;2,5\r\n', [['1', '2,5']]],
  ['tabs', 'a\tb\n1\tsaid "no, never" at once', [['1', 'said "no, never" at once']]],
  ['a separator inside quotation marks', '"a;b;c",d\n1,2', [['1', '2']]],
  [
    'a line break in a cell',
    'a,b\n1,"x\ny"\n2,z',
    [
      ['1', 'x\ny'],
      ['2', 'z'],
    ],
  ],
  [
    'empty lines and cells behind',
    'a,b,,\n\n1,2,,\n,,,\n3,4',
    [
      ['1', '2', '', ''],
      ['3', '4'],
    ],
  ],
  ['formulas that were made safe', `a,b\n"'=SUM(A1)","''quoted'"`, [['=SUM(A1)', "'quoted'"]]],
  ['an apostrophe of the text', "a,b\n'We will,don't", [["'We will", "don't"]]],
])('a table with %s', async (_, text, rows) => {
  const table = await readTable(text)
  expect(table.rows.map(({ cells }) => cells)).toEqual(rows)
})

test('rows are counted as a spreadsheet counts them', async () => {
  const { rows } = await readTable('a,b\n\n"x\ny",1\n,\n3,4')
  expect(rows.map(({ number }) => number)).toEqual([3, 5])
})

test.each([
  ['two columns of one name', 'a,b,a\n1,2,3', /Two columns are called “a”/],
  ['no row', 'a,b\n', /no row below/],
  ['quotation marks that do not end', 'a,b\n"1,2\n3,4', /do not fit together/],
  ['too many columns', `${Array.from({ length: 61 }, (_, at) => `c${at}`).join(',')}\n1`, /more than 60 columns/],
  ['too many rows', `a,b\n${'1,2\n'.repeat(20_001)}`, /more than 20,000 rows/],
  ['a line without names', `${'x'.repeat(101)},b\n1,2`, /line of names missing/],
  ['JSON that is none', '[{"a":1},]', /not JSON/],
  ['JSON nested without end', `${'['.repeat(100_000)}${']'.repeat(100_000)}`, /nested deeper/],
  ['JSON in which a field stands twice', '[{"party":"a","party":"b"}]', /stands twice/],
  ['JSON without entries', '{"rows":[]}', /list of entries/],
  ['JSON with an entry that is none', '[1]', /Entry 1 is no object/],
  ['JSON with a cell that has parts', '[{"party":{"name":"a"}}]', /"party" is no text/],
])('%s is refused in words', async (_, text, words) => {
  const refused = await readTable(text).catch((error: { faults: { text: string }[] }) => error.faults[0]?.text)
  expect(refused).toMatch(words)
})

test('a cell of a megabyte, zero bytes and a byte order mark in the middle are cells like others', async () => {
  const long = 'x'.repeat(1024 * 1024)
  const { rows } = await readTable(`a,b\n${long},a\0b\n\uFEFF,\u202E`)
  expect(rows.map(({ cells }) => cells)).toEqual([
    [long, 'a\0b'],
    ['\uFEFF', '\u202E'],
  ])
})

test('what our own tables hold comes back, cell by cell', async () => {
  const cell = fc.string({ unit: 'grapheme', maxLength: 30 }).filter((text) => text === text.trim() && text !== '')
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 8 }), async (rows) => {
      const table = await readTable(csvLines([['one', 'two', 'three'], ...rows]))
      expect(table.rows.map(({ cells }) => cells)).toEqual(rows)
    }),
    { numRuns: 300 },
  )
})

test('JSON entries with several citations are rows that belong together', async () => {
  const { columns, rows, together } = await readTable(
    JSON.stringify({
      entries: [
        { party: 'a', shift: { type: 'reversal' }, citations: [{ quote: 'x' }, { quote: 'y' }] },
        { party: 'b', value: -2 },
      ],
    }),
  )
  const quote = columns.indexOf('quote')
  expect([together, rows.map(({ number, cells }) => [number, cells[quote]])]).toEqual([
    true,
    [
      [1, 'x'],
      [1, 'y'],
      [2, ''],
    ],
  ])
  expect(rows[2]?.cells[columns.indexOf('value')]).toBe('-2')
})

test('columns are known by their names, and no column twice', () => {
  expect(guessMapping(['Actor', 'PARTY', 'held_from', 'Zitat', 'url', 'Said on', 'note'])).toEqual({
    party: 'Actor',
    heldFrom: 'held_from',
    source: 'url',
    saidOn: 'Said on',
    shiftNote: 'note',
  })
  expect(guessMapping(['Date', 'heldFrom'])).toEqual({ heldFrom: 'heldFrom' })
})

test('offsets count code points, as the database does', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), fc.nat(60), (text, at) => {
      const place = [...text].slice(0, at).join('').length
      expect(pointsOf(text)(place)).toBe([...text.slice(0, place)].length)
    }),
  )
  expect(placesOf('aa', 'aaaa', 10)).toEqual([0, 1, 2])
})

test('an apostrophe is added only where a spreadsheet would see a formula', () => {
  for (const text of ['=1', '+a', '-a', '@a', '\t=1', "'a", '＝1']) expect(encodeCell(text)).toBe(`'${text}`)
  for (const text of ['-2', '+3.5', 'a=b']) expect(encodeCell(text)).toBe(text)
})
