import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { makeNegotiation } from '@/tests/made/negotiation'
import { checkDataset } from './check'
import { formatFault } from './fault'
import type { Dataset } from './schema'

const real = readFileSync('data/ukraine.json', 'utf8')
const NOW = '2026-11-24'

/** The faults of the real file after one change to it. */
function faultsAfter(change: (file: Dataset) => void): string[] {
  const file = JSON.parse(real)
  change(file)
  const checked = checkDataset(JSON.stringify(file), NOW)
  return checked.ok ? [] : checked.faults.map(({ path }) => path)
}
// biome-ignore lint/suspicious/noExplicitAny: the point is to write what the types forbid
const loose = (value: unknown) => value as any

test('the dataset that ships is without a fault', () => {
  expect(checkDataset(real, NOW)).toMatchObject({ ok: true })
})

test('made negotiations of any size are without a fault', () => {
  const sizes = fc.record({
    parties: fc.integer({ min: 1, max: 12 }),
    demands: fc.integer({ min: 1, max: 20 }),
    entries: fc.integer({ min: 0, max: 120 }),
    seed: fc.nat(),
  })
  fc.assert(
    fc.property(sizes, (size) => {
      const checked = checkDataset(JSON.stringify(makeNegotiation(size)), NOW)
      expect(checked.ok ? [] : checked.faults).toEqual([])
    }),
    { numRuns: 40 },
  )
})

const plants: [string, (file: Dataset) => void, string][] = [
  ['an unknown stance', (file) => (loose(file.entries[3]).stance = 'supports'), 'entries[3].stance'],
  ['a missing field', (file) => delete loose(file.entries[3]).summary, 'entries[3].summary'],
  ['a field too many', (file) => (loose(file.entries[3]).mood = 'glad'), 'entries[3].mood'],
  ['a day that is none', (file) => (loose(file.entries[3]).heldFrom = '2022-02-30'), 'entries[3].heldFrom'],
  ['a day to come', (file) => (loose(file.entries[209]).heldFrom = '2030-01-01'), 'entries[209].heldFrom'],
  ['a day before the beginning', (file) => (loose(file.negotiation).startedOn = '2021-12-18'), 'entries[0].heldFrom'],
  [
    'a conditional stance without terms',
    (file) => (loose(file.entries.find(({ id }) => id === 'e152')).terms = null),
    'entries[151].terms',
  ],
  [
    'a quotation that is not in its source',
    (file) => (loose(file.entries[7]).citations[0].quote += '.'),
    'entries[7].citations[0].quote',
  ],
  ['no citation', (file) => (loose(file.entries[7]).citations = []), 'entries[7].citations'],
  ['a party that is not there', (file) => (loose(file.entries[8]).party = 'mars'), 'entries[8].party'],
  ['an event that is not there', (file) => (loose(file.entries[8]).event = 'landing'), 'entries[8].event'],
  [
    'a speaker that is not there',
    (file) => (loose(file.entries[5]).citations[0].speaker = 'nobody'),
    'entries[5].citations[0].speaker',
  ],
  ['an id used twice', (file) => (loose(file.entries[9]).id = 'e001'), 'entries[9].id'],
  ['a slug used twice', (file) => (loose(file.parties[1]).slug = 'ukraine'), 'parties[1].slug'],
  ['a reserved word', (file) => (loose(file.negotiation).slug = 'api'), 'negotiation.slug'],
  [
    'an event that ends before it begins',
    (file) => (loose(file.events[1]).endDate = '2022-03-01'),
    'events[1].endDate',
  ],
  ['a javascript: address', (file) => (loose(file.sources[1]).url = 'javascript:alert(1)'), 'sources[1].url'],
  ['an address with a password', (file) => (loose(file.sources[1]).url = 'https://a:b@example.org/'), 'sources[1].url'],
  [
    'a hidden turn of direction in a name',
    (file) => (loose(file.parties[0]).name = 'Ukr\u202Eaine'),
    'parties[0].name',
  ],
  [
    'a zero-width letter in a title',
    (file) => (loose(file.sources[1]).title = 'Mos\u200Bcow calls'),
    'sources[1].title',
  ],
  [
    'a control character in a quotation',
    (file) => (loose(file.entries[7]).citations[0].quote = 'a\u0000b'),
    'entries[7].citations[0].quote',
  ],
  ['half of a character', (file) => (loose(file.entries[7]).summary = 'a\uD800b'), 'entries[7].summary'],
  ['a letter in two parts', (file) => (loose(file.entries[7]).summary = 'cafe\u0301'), 'entries[7].summary'],
  ['a summary that is too long', (file) => (loose(file.entries[7]).summary = 'a'.repeat(201)), 'entries[7].summary'],
  [
    'a kind of shift that does not fit',
    (file) => (loose(file.entries.find(({ id }) => id === 'e152')).shift.type = 'reaffirmation'),
    'entries[151].shift',
  ],
  ['a wrong format', (file) => (loose(file).format = 'position-tracker/9'), 'format'],
  ['a list that is none', (file) => (loose(file).speakers = {}), 'speakers'],
]

test.each(plants)('%s is found where it is', (_, plant, path) => {
  expect(faultsAfter(plant)).toContain(path)
})

test('one planted fault is reported once, not as a train of others', () => {
  for (const [name, plant, path] of plants) {
    if (['a list that is none', 'a day before the beginning', 'a slug used twice'].includes(name)) continue
    expect(faultsAfter(plant), name).toEqual([path])
  }
})

test('faults of every sort are reported in one pass', () => {
  // Of the plants that touch the same place only one, so that each can be seen.
  const places = plants.map(([, , path]) => path.match(/^\w+(\[\d+\])?/)?.[0])
  const together = plants.filter(([name], at) => places.indexOf(places[at]) === at && name !== 'a slug used twice')
  expect(together.length).toBeGreaterThan(10)
  const found = faultsAfter((file) => {
    for (const [, plant] of together) plant(file)
  })
  for (const [name, , path] of together) expect(found, name).toContain(path)
})

test('a fault says what, where and how to mend it, and shows hidden characters', () => {
  const file = JSON.parse(real)
  file.parties[0].name = 'Ukr\u202Eaine'
  const checked = checkDataset(JSON.stringify(file), NOW)
  expect(checked.ok).toBe(false)
  if (!checked.ok)
    expect(checked.faults.map(formatFault)).toEqual([
      'parties[0].name: "Ukr\\u202eaine" holds an invisible or direction-changing character: take it out',
    ])
})

test('a key that stands twice is a fault, wherever it stands, and brackets in a text are no structure', () => {
  const twice = real.replace('"stance": "demands",', '"stance": "rejects",\n      "stance": "demands",')
  const checked = checkDataset(twice, NOW)
  expect(checked.ok ? [] : checked.faults).toEqual([
    { path: 'entries[0].stance', value: 'stance', problem: expect.stringContaining('stands twice') },
  ])
  const file = JSON.parse(real)
  file.entries[0].summary = 'A "quoted" {text} with [brackets], colons: and "summary": twice.'
  expect(checkDataset(JSON.stringify(file), NOW).ok).toBe(true)
})

test('nesting without end is a fault, not a crash', () => {
  const checked = checkDataset(`{"format":${'['.repeat(5000)}${']'.repeat(5000)}}`, NOW)
  expect(checked.ok ? [] : checked.faults.map(formatFault)).toEqual([expect.stringContaining('nested deeper')])
})

test('a byte order mark is no fault, and a lost character is one', () => {
  expect(checkDataset(`\uFEFF${real}`, NOW).ok).toBe(true)
  const paths = faultsAfter((file) => (loose(file.entries[7]).summary = 'a\uFFFDb'))
  expect(paths).toEqual(['entries[7].summary'])
})

test('a row whose name cannot be read is reported once, and nobody who means it', () => {
  expect(faultsAfter((file) => (loose(file.parties[1]).slug = 5))).toEqual(['parties[1].slug'])
})

test('text that is no dataset is refused, whatever it is', () => {
  for (const text of ['', '{', 'null', '[]', '"x"', '42', '{}', '{"__proto__":{}}'])
    expect(checkDataset(text, NOW).ok, text).toBe(false)
  fc.assert(fc.property(fc.json(), (text) => checkDataset(text, NOW).ok === false))
})
