// What columns are called, which form a text has, how faults and corrections are told.
import { describe, expect, test } from 'vitest'
import { checkColumns } from './check-columns'
import { correctionLines } from './corrections'
import { faultSentence, fieldName, type RowFault, shownValue } from './faults'
import { formOf } from './form-of'
import { jsonTable } from './json-table'
import { fitMapping, guessMapping } from './mapping'
import { nearlyStands, placesOf, pointsOf } from './place-of-quote'
import { plainWord, WORDS } from './words'

const refusal = (work: () => unknown): string => {
  try {
    work()
  } catch (error) {
    return (error as { faults?: { text: string }[] }).faults?.[0]?.text ?? String(error)
  }
  return 'nothing was refused'
}

describe('columns', () => {
  test('are guessed by our names, our labels, and what people call them; none twice', () => {
    expect(guessMapping(['Party', 'Held from', 'URL', 'Whose words?', 'Notes'])).toEqual({
      ...{ party: 'Party', heldFrom: 'Held from', source: 'URL', quoteKind: 'Whose words?' },
    })
    expect(guessMapping(['Country', 'party'])).toEqual({ party: 'party' })
    expect(guessMapping(['Side', 'Country'])).toEqual({ party: 'Side' })
    expect(guessMapping(['Démand', 'stance ', 'ID'])).toEqual({ demand: 'Démand', stance: 'stance ', key: 'ID' })
    expect(guessMapping([])).toEqual({})
  })

  test('that are gone, or are taken already, hold nothing', () => {
    expect(fitMapping({ party: 'A', demand: 'A', stance: 'gone', summary: 'B' }, ['A', 'B'])).toEqual({
      party: 'A',
      summary: 'B',
    })
  })

  test('have a name of their own each, and not too many or too long ones', () => {
    expect(checkColumns([' a ', '', 'b\0'])).toEqual(['a', 'Column 2', 'b'])
    expect(refusal(() => checkColumns(['a', 'b', 'a ']))).toContain('“a”')
    const many = (count: number) => Array.from({ length: count }, (_, at) => `c${at}`)
    expect(checkColumns(many(60))).toHaveLength(60)
    expect(refusal(() => checkColumns(many(61)))).toContain('60 columns')
    expect(checkColumns(['x'.repeat(100)])).toHaveLength(1)
    expect(refusal(() => checkColumns(['x'.repeat(101)]))).toContain('100 characters')
  })
})

test.each([
  [' \uFEFF{"entries":[]}', 'json'],
  ['[{}]', 'json'],
  ['a\tb,c;d', '\t'],
  ['a;b,c;d', ';'],
  ['a,b;c', ','],
  ['"a;b;c",d', ','],
  ['a\n;;;', ','],
  ['a\r;;;', ','],
  ['', ','],
])('%j is read as %j', (text, form) => expect(formOf(text)).toBe(form))

describe('words', () => {
  test('are the same whatever their size, accents and signs', () => {
    expect(plainWord('  On-the–RECORD! ')).toBe('on the record')
    expect(plainWord('Zélensky')).toBe('zelensky')
    expect(plainWord(`${'x'.repeat(1_000)}y`)).toBe('x'.repeat(1_000))
  })

  test('stand for what they mean, in keys and in labels', () => {
    expect(['demands', 'Demands', 'likes'].map(WORDS.stance)).toEqual(['demands', 'demands', undefined])
    expect(['exact', 'circa', 'the month', 'week'].map(WORDS.datePrecision)).toEqual([
      'day',
      'approximate',
      'month',
      undefined,
    ])
    expect(['Red line', 'usual', 'high priority'].map(WORDS.salience)).toEqual(['red-line', 'normal', 'high'])
    expect(['on the record', 'official document'].map(WORDS.attribution)).toEqual(['on-record', 'official-document'])
  })
})

describe('faults', () => {
  const fault = (row: number, field: RowFault['field'], code: RowFault['code'] = 'missing'): RowFault => ({
    ...{ row, field, code, column: '', value: '', text: 'nothing stands here', mend: 'Write it.' },
  })

  test('are told in a sentence, with what stands there made visible', () => {
    expect(faultSentence(fault(2, 'stance'))).toBe('Stance: nothing stands here. Write it.')
    expect(fieldName('row')).toBe('Row')
    expect(shownValue('a\u202Eb\u0000c\nd')).toBe('a\\u202eb\\u0000c\\u000ad')
    expect(shownValue('x'.repeat(80))).toBe('x'.repeat(80))
    expect(shownValue('x'.repeat(81))).toBe(`${'x'.repeat(79)}…`)
    expect(shownValue('a\uD83D')).toBe('a\uFFFD')
  })

  test('stand beside the rows of each entry that has one, and of no other', () => {
    const table = {
      columns: ['key', 'summary', 'Faults', 'Row in the file'],
      rows: [
        { number: 2, cells: ['a', 'one', 'old', '9'] },
        { number: 3, cells: ['a', 'two\0', 'old', '9'] },
        { number: 4, cells: ['', 'sound', '', ''] },
        { number: 5, cells: [] },
      ],
      together: false,
    }
    const mapping = { key: 'key', summary: 'summary' }
    const report = { faults: [fault(3, 'summary'), fault(3, 'row', 'too-many-cells'), fault(5, 'party')] }
    const [head, ...lines] = correctionLines({ table, mapping, report })
    expect(head).toEqual(['key', 'summary', 'Faults', 'Row in the file'])
    expect(lines).toEqual([
      ['a', 'one', '', '2'],
      [
        'a',
        'two',
        '[missing] Summary: nothing stands here. Write it.\n[too-many-cells] Row: nothing stands here. Write it.',
        '3',
      ],
      ['', '', '[missing] Party: nothing stands here. Write it.', '5'],
    ])
  })
})

describe('JSON', () => {
  const table = (value: unknown) => jsonTable(JSON.stringify(value))

  test('of the file format: an object for each entry, a row for each citation', () => {
    const { columns, rows, together } = table({
      entries: [
        {
          id: 'e1',
          party: 'us',
          shift: { type: 'reversal', basis: 'coder', note: null },
          citations: [{ quote: 'a' }, { quote: 'b' }],
          weight: 3,
        },
        { key: 'own', id: 'e2', party: 'eu', sure: true, citations: [] },
      ],
    })
    expect(together).toBe(true)
    const cell = (row: number, name: string) => rows[row]?.cells[columns.indexOf(name)]
    expect(rows.map(({ number }) => number)).toEqual([1, 1, 2])
    expect(['key', 'party', 'shiftType', 'shiftNote', 'quote', 'weight'].map((name) => cell(1, name))).toEqual([
      'e1',
      'us',
      'reversal',
      '',
      'b',
      '3',
    ])
    expect(['key', 'party', 'quote', 'sure'].map((name) => cell(2, name))).toEqual(['own', 'eu', '', 'true'])
    expect(columns).not.toContain('id')
    expect(columns).toContain('saidOn') // what may be said is asked for, also where nobody says it
  })

  test.each<[unknown, string]>([
    ['no list', 'A list of entries is wanted'],
    [{ rows: [] }, 'A list of entries is wanted'],
    [[], 'no entry in it'],
    [[1], 'Entry 1 is no object'],
    [[null], 'Entry 1 is no object'],
    [[[]], 'Entry 1 is no object'],
    [[{ shift: 'reversal' }], '"shift" is no object'],
    [[{}, { citations: {} }], 'Entry 2: "citations" is no list'],
    [[{ citations: ['a'] }], '"citations" is no list'],
    [[{ party: { slug: 'us' } }], '"party" is no text'],
    [[Object.fromEntries(Array.from({ length: 61 }, (_, at) => [`f${at}`, 1]))], 'more than 60 fields'],
  ])('%j is refused', (value, words) => expect(refusal(() => table(value))).toContain(words))

  test('that is none, or says a thing twice, is refused', () => {
    expect(refusal(() => jsonTable('{"a":'))).toContain('not JSON')
    expect(refusal(() => jsonTable('[{"party":"us","party":"eu"}]'))).toMatch(/party/)
    expect(jsonTable('\uFEFF[{"party":"us"}]').rows).toHaveLength(1)
  })
})

describe('words in a text', () => {
  test('are found wherever they stand, also where they overlap, up to so many', () => {
    expect(placesOf('aa', 'aaaa', 10)).toEqual([0, 1, 2])
    expect(placesOf('aa', 'aaaa', 2)).toEqual([0, 1])
    expect(placesOf('b', 'aaaa', 10)).toEqual([])
  })

  test('are counted in characters as PostgreSQL counts them', () => {
    const text = 'a😀b😀😀c'
    const point = pointsOf(text)
    for (const [at] of [...text].entries()) expect(point([...text].slice(0, at).join('').length)).toBe(at)
  })

  test('nearly stand where only marks, dashes, spaces and sizes differ', () => {
    const nearly = nearlyStands()
    const text = 'He said: “No – never”, and\n left.'
    expect(nearly('"no - NEVER", and left', text)).toBe(true)
    expect(nearly("'no", text)).toBe(false)
    expect(nearly('another', 'another text')).toBe(true)
    expect(nearly('"no', text)).toBe(true)
  })
})
