import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Cell, decodeCell, encodeCell } from '@/lib/csv-cell'
import { csvLines, csvStream } from './csv'

const tricky = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
  fc
    .tuple(
      fc.constantFrom('=', '+', '-', '@', '\t', '\r', "'", '"', ' =', '\u200b=', '\ufeff@', '＝', "''"),
      fc.string(),
    )
    .map((parts) => parts.join('')),
  fc.integer().map(String),
)

test('what goes out comes back, cell by cell, through a parser of somebody else', () => {
  const table = fc.array(fc.array(fc.option(tricky), { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 8 })
  fc.assert(
    fc.property(table, (rows) => {
      const parsed = parse(csvLines(rows), { bom: false, record_delimiter: '\r\n' }) as string[][]
      expect(parsed.map((row) => row.map(decodeCell))).toEqual(rows)
    }),
    { numRuns: 2000 },
  )
})

test('no text begins as a formula does, even behind what cannot be seen', () => {
  fc.assert(
    fc.property(tricky, (text) => {
      const shown = encodeCell(text).replace(/^[\s\p{Cc}\p{Cf}\p{Z}]+/u, '')
      expect(/^[=@＝＠]/u.test(shown)).toBe(false)
      if (/^[+-]/.test(shown)) expect(shown).toMatch(/^[+-]\d+(\.\d+)?$/)
    }),
    { numRuns: 2000 },
  )
})

test.each([
  [-2, '-2'],
  ['-2', '-2'],
  ['−2', '−2'],
  ['=1+1', "'=1+1"],
  ['-1+2', "'-1+2"],
  ["'quoted'", "''quoted'"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['', "'"],
  [null, ''],
] as [Cell, string][])('%j stands as %j', (cell, text) => expect(encodeCell(cell)).toBe(text))

test('a file has its heads, every cell quoted, and lines that end as RFC 4180 says', async () => {
  async function* pages() {
    yield [{ a: 'second "one"', b: -1 }]
  }
  const stream = csvStream({ a: (row: { a: string; b: number }) => row.a, b: (row) => row.b }, pages(), [
    { a: 'x\ny', b: 2 },
  ])
  expect(await new Response(stream).text()).toBe('"a","b"\r\n"x\ny","2"\r\n"second ""one""","-1"\r\n')
})
