// Names, merges and wordings of a file: each reference leads somewhere, and to one.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { checkDataset } from './check'

// biome-ignore lint/suspicious/noExplicitAny: files are spoiled here in ways that no type allows
type File = Record<string, any>
const SHIPPED = readFileSync('data/ukraine.json', 'utf8')
const faultsOf = (text: string) => {
  const checked = checkDataset(text)
  return checked.ok ? [] : checked.faults.map(({ path, problem }) => `${path}: ${problem}`)
}
const after = (spoil: (file: File) => void) => {
  const file = JSON.parse(SHIPPED) as File
  spoil(file)
  return faultsOf(JSON.stringify(file))
}

test.each<[string, (file: File) => void, RegExp | null]>([
  [
    'a former name',
    (file) => {
      file.parties[0].formerly = ['kyiv']
    },
    null,
  ],
  [
    'a former name that another row has',
    (file) => {
      file.parties[0].formerly = ['russia']
    },
    /^parties\[0\]\.formerly\[0\]: is the name of another row/,
  ],
  [
    'a former name of two',
    (file) => {
      file.parties[0].formerly = ['x']
      file.parties[1].formerly = ['y', 'x']
    },
    /^parties\[1\]\.formerly\[1\]: is the name/,
  ],
  [
    'a former name of two lists',
    (file) => {
      file.parties[0].formerly = ['x']
      file.topics[0].formerly = ['x']
    },
    null,
  ],
  [
    'a speaker merged into one',
    (file) => {
      file.speakers[0].mergedInto = file.speakers[1].slug
    },
    null,
  ],
  [
    'a speaker merged into nobody',
    (file) => {
      file.speakers[0].mergedInto = 'nobody'
    },
    /^speakers\[0\]\.mergedInto: is not among the speakers/,
  ],
  [
    'a speaker merged into one that is merged',
    (file) => {
      file.speakers[0].mergedInto = file.speakers[1].slug
      file.speakers[1].mergedInto = file.speakers[2].slug
    },
    /^speakers\[0\]\.mergedInto: is itself merged/,
  ],
  [
    'a wording that is none',
    (file) => {
      file.entries[0].wording = 1
    },
    /^entries\[0\]\.wording: is no earlier wording of the demand, which has 1/,
  ],
  [
    'a topic that is not there',
    (file) => {
      file.demands[0].topic = 'gone'
    },
    /^demands\[0\]\.topic:/,
  ],
  [
    'one who raises it and is not there',
    (file) => file.demands[0].raisedBy.push('gone'),
    /^demands\[0\]\.raisedBy\[\d\]:/,
  ],
  [
    'a participant who is not there',
    (file) => file.events[0].participants.push('gone'),
    /^events\[0\]\.participants\[\d+\]:/,
  ],
  [
    'a source of an event that is not there',
    (file) => {
      file.events[0].source = 'gone'
    },
    /^events\[0\]\.source:/,
  ],
  [
    'a party of a speaker that is not there',
    (file) => {
      file.speakers[0].party = 'gone'
    },
    /^speakers\[0\]\.party:/,
  ],
  [
    'a demand that is not there',
    (file) => {
      file.entries[0].demand = 'gone'
    },
    /^entries\[0\]\.demand:/,
  ],
  [
    'a source that is not there',
    (file) => {
      file.entries[0].citations[0].source = 'gone'
    },
    /^entries\[0\]\.citations\[0\]\.source:/,
  ],
  [
    'a source of a day to come',
    (file) => {
      file.sources[0].published = '2999-01-01'
    },
    /^sources\[0\]\.published:/,
  ],
  [
    'words of a day to come',
    (file) => {
      file.entries[0].citations[0].saidOn = '2999-01-01'
    },
    /^entries\[0\]\.citations\[0\]\.saidOn:/,
  ],
  [
    'an event of one day',
    (file) => {
      file.events[0].endDate = file.events[0].date
    },
    null,
  ],
])('%s', (_, spoil, expected) => {
  const faults = after(spoil)
  if (expected)
    expect(
      faults.filter((fault) => expected.test(fault)),
      faults.join('\n'),
    ).toHaveLength(1)
  else expect(faults).toEqual([])
})

test('a demand that was worded anew has entries of its earlier words, and none of later ones', () => {
  const worded = (wording: number) => (file: File) => {
    const [demand] = file.demands
    const { proposition, lowEnd, highEnd } = demand
    const words = { lowEnd, highEnd, since: '2026-01-01T00:00:00.000Z', reason: null }
    demand.wordings = [
      { ...words, proposition: 'As it was said.' },
      { ...words, proposition, reason: 'Clearer.' },
    ]
    file.entries.find((entry: File) => entry.demand === demand.slug).wording = wording
  }
  expect(after(worded(1))).toEqual([])
  expect(after(worded(2)).join()).toMatch(/is no earlier wording of the demand, which has 2/)
})

test.each([
  ['no JSON', '{"a":', /\(whole file\): is not JSON/],
  ['a list', '[]', /\(whole file\)/],
  ['a word', '"x"', /\(whole file\)/],
  ['nothing', 'null', /\(whole file\)/],
])('%s is told as such', (_, text, words) => expect(faultsOf(text)[0]).toMatch(words))

test('a mark of the byte order before it is no fault', () => {
  expect(faultsOf(`\uFEFF${SHIPPED}`)).toEqual([])
})
