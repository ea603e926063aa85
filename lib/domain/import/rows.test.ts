// What rows say, word by word, held against names in memory: what is right becomes an entry, what is wrong is told with its place.
import { describe, expect, test } from 'vitest'
import { csvOf, IMPORTED, KINDS, type MadeRow, makeRows } from '@/tests/made/import-file'
import { makeNegotiation } from '@/tests/made/negotiation'
import { digestOf } from './digest'
import { entryOfGroup } from './entry-of-group'
import type { Field } from './fields'
import { byName, type Ground, speakerByName } from './ground'
import { type Group, groupRows } from './group-rows'
import { guessMapping } from './mapping'
import { readTable } from './read-table'

const made = makeNegotiation({ slug: IMPORTED, parties: 4, demands: 12, entries: 0 })
const speakers = made.speakers.map(({ slug, name, party }) => ({ slug, name, party }))
const sources: Record<string, { slug: string; used: boolean; textId: number | null }> = {
  [`${IMPORTED}-source-1`]: { slug: `${IMPORTED}-source-1`, used: true, textId: 7 },
  elsewhere: { slug: 'elsewhere', used: false, textId: 8 },
  untold: { slug: 'untold', used: true, textId: null },
}
const ground: Ground = {
  startedOn: made.negotiation.startedOn,
  today: '2026-01-31',
  party: byName(made.parties.map(({ slug, name, shortName }) => ({ slug, names: [name, shortName] }))),
  demand: byName(made.demands.map(({ slug, title, proposition }) => ({ slug, names: [title, proposition] }))),
  event: byName(made.events.map(({ slug, title }) => ({ slug, names: [title] }))),
  speaker: speakerByName([...speakers, { slug: 'namesake', name: 'Speaker 4', party: 'party-3' }]),
  source: (name) => sources[name],
}

const groupsOf = async (rows: readonly MadeRow[]): Promise<Group[]> => {
  const table = await readTable(csvOf(rows))
  return groupRows(table, guessMapping(table.columns))
}
const said = async (row: MadeRow) => entryOfGroup((await groupsOf([row]))[0] as Group, ground)
const codes = async (row: MadeRow) =>
  (await said(row)).faults.map(({ row: at, field, code }) => `${at} ${field} ${code}`)
/** Rows as the file has them, where the made table has no column for it. */
const group = (...rows: Partial<Record<Field, string>>[]): Group => ({
  key: rows[0]?.key ?? '',
  rows: rows.map((values, at) => ({ number: at + 2, values: { ...empty, ...values }, spare: false })),
})
const empty = Object.fromEntries(
  [
    ...['key', 'party', 'demand', 'stance', 'heldFrom', 'datePrecision', 'salience', 'summary', 'terms', 'shiftType'],
    ...[
      'shiftBasis',
      'shiftNote',
      'event',
      'source',
      'quote',
      'prefix',
      'quoteKind',
      'speaker',
      'attribution',
      'saidOn',
    ],
  ].map((field) => [field, '']),
) as Record<Field, string>

const [labelled] = makeRows({ parties: 4, demands: 12, each: 2 }) as [MadeRow]
const sound: Partial<Record<Field, string>> = { ...(labelled as Partial<Record<Field, string>>) }

test('a sound row is an entry under the slugs of the record, in labels or in keys', async () => {
  const { content, citations, faults, rows } = await said(labelled)
  expect({ faults, rows }).toEqual({ faults: [], rows: [2] })
  expect(content).toMatchObject({
    ...{ party: 'party-1', demand: 'demand-1', stance: 'accepts', heldFrom: '2023-01-01', datePrecision: 'day' },
    ...{ salience: 'red-line', terms: '', shiftType: 'new-position', shiftBasis: 'coder', event: 'made-talks' },
    summary: labelled.summary,
  })
  expect(citations).toEqual([
    {
      row: 2,
      citation: {
        ...{ source: `${IMPORTED}-source-1`, text: 7, startsAt: 0, endsAt: 0, quote: labelled.quote },
        ...{ quoteKind: 'speaker', speaker: 'speaker-1', attribution: 'on-record', saidOn: '2023-01-01' },
      },
      prefix: '',
      text: sources[`${IMPORTED}-source-1`],
    },
  ])
  const inKeys = { ...labelled, party: 'party-1', demand: 'demand-1', stance: 'accepts', speaker: 'speaker-1' }
  expect((await said(inKeys)).content).toEqual(content)
})

const HELD_AGAINST_OTHERS = ['quote-not-found', 'quote-several-places', 'shift-does-not-fit']
test.each(KINDS.filter(({ code }) => !HELD_AGAINST_OTHERS.includes(code)).map((kind) => [kind.code, kind] as const))(
  '%s is told, and nothing else',
  async (_, { code, field, change }) => {
    expect(await codes(change(labelled, labelled))).toEqual([`2 ${field} ${code}`])
  },
)

describe('and further', () => {
  test.each<[string, Partial<MadeRow>, string]>([
    ['a source of another negotiation', { source: 'elsewhere' }, 'source source-not-used'],
    ['a source without a text', { source: 'untold' }, 'source source-without-text'],
    ['no source', { source: '' }, 'source missing'],
    ['no quotation', { quote: '' }, 'quote missing'],
    ['a quotation that is too long', { quote: 'x'.repeat(401) }, 'quote too-long'],
    ['no word on whose words', { quoteKind: '' }, 'quoteKind missing'],
    ['no attribution', { attribution: '' }, 'attribution missing'],
    ['no party', { party: '' }, 'party missing'],
    ['no demand', { demand: '' }, 'demand missing'],
    ['no stance', { stance: '' }, 'stance missing'],
    ['no day', { heldFrom: '' }, 'heldFrom missing'],
    ['a day before the beginning', { heldFrom: '2020-12-31' }, 'heldFrom day-before-start'],
    ['a condition without terms', { stance: 'conditional' }, 'terms terms-missing'],
    ['a day said that is to come', { saidOn: '2026-02-01' }, 'saidOn day-in-future'],
  ])('%s', async (_, change, expected) => {
    expect(await codes({ ...labelled, ...change })).toEqual([`2 ${expected}`])
  })

  test.each<[string, Partial<MadeRow>]>([
    ['the first day of the negotiation', { heldFrom: made.negotiation.startedOn }],
    ['today', { heldFrom: ground.today, saidOn: ground.today }],
    ['a condition with its terms', { stance: 'conditional', terms: 'After a ceasefire.' }],
    ['no event', { event: '' }],
    ['the usual salience', { salience: 'normal' }],
    ['a document without a speaker', { speaker: '', quoteKind: 'document' }],
    ['reported words without a speaker', { speaker: '', attribution: 'reported' }],
    ['as many letters as there may be', { summary: 'x'.repeat(200) }],
  ])('%s is no fault', async (_, change) => {
    expect(await codes({ ...labelled, ...change })).toEqual([])
  })

  test('who speaks of a shift and names none is told so for each word', async () => {
    expect(await codes({ ...labelled, shiftType: '', shiftNote: 'At last.', shiftBasis: 'source' })).toEqual([
      '2 shiftNote note-without-shift',
      '2 shiftBasis note-without-shift',
    ])
  })

  test('of two who have one name the one of the party is meant; of two of others neither', async () => {
    expect((await said({ ...labelled, party: 'party-3', speaker: 'Speaker 4' })).citations[0]?.citation.speaker).toBe(
      'namesake',
    )
    expect(await codes({ ...labelled, speaker: 'Speaker 4' })).toEqual(['2 speaker speaker-several'])
    expect((await said({ ...labelled, speaker: 'speaker-4' })).citations[0]?.citation.speaker).toBe('speaker-4')
  })
})

describe('rows with one key', () => {
  const key = { ...sound, key: 'k' }

  test('are one entry with a citation each, in their order', () => {
    const one = entryOfGroup(
      group(key, { key: 'k', source: 'untold', quote: 'x', quoteKind: 'mixed', attribution: 'leaked' }),
      ground,
    )
    expect(one.key).toBe('k')
    expect(one.rows).toEqual([2, 3])
    expect(one.citations.map(({ row, citation }) => [row, citation.quoteKind])).toEqual([
      [2, 'speaker'],
      [3, 'mixed'],
    ])
    expect(one.faults.map(({ row, code }) => [row, code])).toEqual([[3, 'source-without-text']])
  })

  test('say the same; the later one that does not is blamed', () => {
    const { faults } = entryOfGroup(group(key, { ...key, summary: 'Something else.' }), ground)
    expect(faults.map(({ row, field, code, value }) => [row, field, code, value])).toEqual([
      [3, 'summary', 'key-disagrees', 'Something else.'],
    ])
    expect(faults[0]?.text).toContain('row 2')
  })

  test('what the first leaves open another may say', () => {
    const { content, faults } = entryOfGroup(group({ ...key, summary: '' }, key), ground)
    expect(faults).toEqual([])
    expect(content.summary).toBe(sound.summary)
  })

  test('are twenty at most, and the key is a line of two hundred characters', () => {
    const many = (count: number) => entryOfGroup(group(...Array.from({ length: count }, () => key)), ground).faults
    expect(many(20)).toEqual([])
    expect(many(21).map(({ row, code, value }) => [row, code, value])).toEqual([[2, 'too-many-citations', '21']])
    const called = (name: string) =>
      entryOfGroup(group({ ...sound, key: name }), ground).faults.map(({ field, code }) => [field, code])
    expect(called('x'.repeat(200))).toEqual([])
    expect(called('x'.repeat(201))).toEqual([['key', 'too-long']])
    expect(called('a\u0001b')).toEqual([['key', 'control-character']])
  })
})

test('what has no key stands for itself; the citations of one JSON object belong together', () => {
  const table = (together: boolean, keys: string[]) => ({
    columns: ['key', 'summary'],
    rows: keys.map((name, at) => ({ number: at < 2 ? 1 : 2, cells: [name, ` said\r\nso `] })),
    together,
  })
  const sizes = (together: boolean, keys: string[]) =>
    groupRows(table(together, keys), { key: 'key', summary: 'summary' }).map(({ rows }) => rows.length)
  expect(sizes(true, ['', '', ''])).toEqual([2, 1])
  expect(sizes(true, ['a', '', 'a'])).toEqual([2, 1])
  const apart = groupRows(
    { columns: ['summary'], rows: [1, 2].map((number) => ({ number, cells: ['x'] })), together: false },
    {},
  )
  expect(apart.map(({ rows }) => rows.length)).toEqual([1, 1])
  expect(groupRows(table(false, ['k']), { summary: 'summary' })[0]).toMatchObject({
    key: '',
    rows: [{ values: { summary: 'said\nso', key: '' }, spare: false }],
  })
  const spare = (cells: string[]) =>
    groupRows({ columns: ['summary'], rows: [{ number: 1, cells }], together: false }, {})[0]?.rows[0]?.spare
  expect([spare(['a', ' ']), spare(['a', '', 'b'])]).toEqual([false, true])
})

test('a name leads to what is called so, unless two are', () => {
  const find = byName([
    { slug: 'first', names: ['The First', 'One'] },
    { slug: 'second', names: ['Second', 'one'] },
    { slug: 'one', names: [] },
  ])
  expect(['first', 'THE first!', 'Sécond', 'one', 'Other'].map(find)).toEqual([
    'first',
    'first',
    'second',
    'one',
    undefined,
  ])
  expect(find('One')).toBeUndefined()
})

test('the same entry has the same digest, in whatever order its citations come and wherever their words stand', async () => {
  const { content, citations } = await said(labelled)
  const [cited] = citations.map(({ citation }) => citation)
  if (!cited) throw new Error('There is no citation.')
  const other = { ...cited, quote: 'Other words' }
  const digest = digestOf({ ...content, citations: [cited, other] })
  expect(digestOf({ ...content, citations: [other, { ...cited, startsAt: 9, endsAt: 12, text: 1 }] })).toBe(digest)
  expect(digestOf({ ...content, summary: ` ${content.summary} `, citations: [cited, other] })).toBe(digest)
  const none = { ...content, shiftType: '' as const, citations: [cited] }
  expect(digestOf({ ...none, shiftBasis: 'source', shiftNote: 'Nobody reads it.' })).toBe(digestOf(none))
  const changes = [
    ...[{ party: 'party-2' }, { demand: 'demand-2' }, { heldFrom: '2023-01-02' }, { datePrecision: 'month' }],
    ...[{ stance: 'rejects' }, { salience: '' }, { summary: 'Else.' }, { terms: 'Else.' }, { shiftType: 'reversal' }],
    ...[{ shiftBasis: 'source' }, { shiftNote: 'Else.' }, { event: '' }, { citations: [cited] }],
    ...[{ citations: [cited, { ...other, speaker: 'x' }] }, { citations: [cited, { ...other, saidOn: 'x' }] }],
  ].map((change) => digestOf({ ...content, citations: [cited, other], ...change } as typeof content))
  expect(new Set([digest, ...changes]).size).toBe(changes.length + 1)
})
