import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Dataset } from '@/lib/domain/dataset/schema'
import { loadedWordsIn } from './loaded-words'
import { sentencesOf, suggestionsIn } from './rules'

const record = JSON.parse(readFileSync('data/ukraine.json', 'utf8')) as Dataset
const names = {
  parties: record.parties,
  speakers: record.speakers,
  demands: record.demands.map((demand) => ({ ...demand, topic: '' })),
}

const article = `Before meetings in Berlin, President Volodymyr Zelensky spoke to reporters. He arrived on Sunday.
Zelensky said that "security guarantees instead of NATO membership were a compromise" on the side of Kiev.
Vladimir Putin has insisted that Ukraine renounce NATO. The weather was mild.`

test('sentences that name a party and a demand are suggested, with who speaks and what to cite', () => {
  const found = suggestionsIn(article, names)
  expect(found.map(({ party, speaker }) => `${party} ${speaker}`)).toEqual(['ukraine zelenskyy', 'russia putin'])
  expect(found.map(({ quote }) => article.slice(quote.start, quote.end))).toEqual([
    'security guarantees instead of NATO membership were a compromise',
    'Vladimir Putin has insisted that Ukraine renounce NATO.',
  ])
  expect(found[1]?.demand).toBe('nato-renunciation')
})

test('whatever the text, every span lies in it and quotes its own sentence', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 30 }),
    fc.constantFrom('Kyiv ', 'NATO ', 'Putin ', '“four words or more” ', '. '),
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const text = pieces.join('')
      for (const { start, end, quote } of suggestionsIn(text, names)) {
        expect(start <= quote.start && quote.start < quote.end && quote.end <= end && end <= text.length).toBe(true)
      }
      const sentences = sentencesOf(text)
      for (const [at, { start, end }] of sentences.entries()) {
        expect(text.slice(start, end).trim()).toBe(text.slice(start, end))
        expect(start >= (sentences[at - 1]?.end ?? 0)).toBe(true)
      }
    }),
  )
})

const few = {
  parties: [
    { slug: 'us', name: 'United States', shortName: 'US' },
    { slug: 'europe', name: 'Europe', shortName: 'EU' },
  ],
  speakers: [
    { slug: 'envoy', party: 'us', name: 'Ann Longname (acting)' },
    { slug: 'short', party: 'europe', name: 'Bo Roe' },
    { slug: 'one', party: 'europe', name: 'Mononym' },
  ],
  demands: [
    { slug: 'aid', topic: '', title: 'Aid', keywords: ['weapons', 'deliveries'] },
    { slug: 'pause', topic: '', title: 'Pause', keywords: ['ceasefire', 'weapons'] },
  ],
} as unknown as Parameters<typeof suggestionsIn>[1]
const heard = (text: string) =>
  suggestionsIn(text, few).map(({ party, speaker, demand, quote }) => [
    party,
    speaker,
    demand,
    text.slice(quote.start, quote.end),
  ])

test.each([
  ['The U.S. wants aid.', [['us', null, 'aid', 'The U.S. wants aid.']]],
  ['The White  House wants aid.', [['us', null, 'aid', 'The White  House wants aid.']]],
  ['Brussels and Washington want aid.', [['europe', null, 'aid', 'Brussels and Washington want aid.']]],
  ['Europe’s aid is Longname’s wish.', [['us', 'envoy', 'aid', 'Europe’s aid is Longname’s wish.']]],
  ['Mr Roe wants aid.', []], // three letters are too few to be known by
  ['Mononym wants aid.', [['europe', 'one', 'aid', 'Mononym wants aid.']]],
  [
    'Europe speaks of weapons and a ceasefire.',
    [['europe', null, 'pause', 'Europe speaks of weapons and a ceasefire.']],
  ],
  ['Europe speaks of weapons.', [['europe', null, 'aid', 'Europe speaks of weapons.']]],
  ['Europe waits.', []],
  ['Neuropean aid, musings.', []],
  [
    'Europe asks for “aid without a word” today.',
    [['europe', null, 'aid', 'Europe asks for “aid without a word” today.'.slice(17, 35)]],
  ],
  [
    'Europe asks for “three words only” of aid.',
    [['europe', null, 'aid', 'Europe asks for “three words only” of aid.']],
  ],
])('in “%s” is heard %j', (text, expected) => expect(heard(text)).toEqual(expected))

test('a long sentence is cited from its beginning', () => {
  const text = `Europe wants aid ${'and more '.repeat(60)}today.`
  expect(heard(text)[0]?.[3]).toHaveLength(400)
})

test('a loaded word is named once, with what might stand instead', () => {
  expect(loadedWordsIn('The regime claims it; the REGIME surrendered.')).toEqual([
    { word: 'regime', instead: 'government' },
    { word: 'claims', instead: 'says' },
    { word: 'surrendered', instead: 'give up, accept' },
  ])
  expect(loadedWordsIn('Agrees to a ceasefire on stated terms.')).toEqual([])
})
