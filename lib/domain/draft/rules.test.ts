import fc from 'fast-check'
import { expect, test } from 'vitest'
import { STANCES } from '@/lib/domain/stance/scale'
import type { CellEntry } from './cell'
import { consequenceOf } from './consequence'
import { type DraftContent, EMPTY_DRAFT } from './content'
import { changedFields, diffThreeWays, mergeThreeWays } from './merge'
import { issuesOf, kindsFor } from './rules'

const around = {
  startedOn: '2021-12-17',
  today: '2026-11-25',
  cell: [] as CellEntry[],
  parties: ['ukraine', 'russia'],
  demands: ['nato'],
  speakers: ['putin'],
  events: ['istanbul'],
}
const ready: DraftContent = {
  ...EMPTY_DRAFT,
  party: 'ukraine',
  demand: 'nato',
  stance: 'conditional',
  heldFrom: '2025-12-14',
  summary: 'Offers to forgo membership.',
  terms: 'Guarantees.',
  shiftType: 'new-position',
  citations: [
    {
      source: 'outlook',
      text: 1,
      startsAt: 0,
      endsAt: 4,
      quote: 'and it',
      quoteKind: 'document',
      speaker: '',
      attribution: 'official-document',
      saidOn: '2025-12-14',
    },
  ],
}
const before: CellEntry = {
  id: 'e1',
  party: 'ukraine',
  heldFrom: '2024-10-16',
  datePrecision: 'day',
  ordinal: 1,
  stance: 'rejects',
  terms: null,
  kind: 'new-position',
}
const at = (content: DraftContent, more = {}) => issuesOf(content, { ...around, ...more }).map((issue) => issue.at)

test('nothing is missing from an entry that is ready, and everything from an empty one', () => {
  expect(at(ready)).toEqual([])
  expect(at(EMPTY_DRAFT)).toEqual(['party', 'demand', 'stance', 'heldFrom', 'summary', 'citations'])
})

test.each([
  ['terms', { terms: ' ' }],
  ['heldFrom', { heldFrom: '2026-11-26' }],
  ['heldFrom', { heldFrom: '2021-12-16' }],
  ['heldFrom', { heldFrom: '2025-02-30' }],
  ['summary', { summary: 'x'.repeat(201) }],
  ['event', { event: 'absent' }],
  ['shiftType', { shiftType: 'reversal' }],
  ['citations', { citations: [{ ...ready.citations[0], quoteKind: 'speaker', attribution: 'on-record' }] }],
  ['citations', { citations: [{ ...ready.citations[0], speaker: 'absent' }] }],
  ['citations', { citations: [{ ...ready.citations[0], saidOn: '2027-01-01' }] }],
] as [string, Partial<DraftContent>][])('%s is named when it is wrong: %j', (field, change) => {
  expect(at({ ...ready, ...change })).toEqual([field])
})

test('the kind of shift fits the entry before, and the one after still fits', () => {
  const cell = [before]
  expect(at(ready, { cell })).toEqual(['shiftType'])
  expect(at({ ...ready, shiftType: 'conditional-offer' }, { cell })).toEqual([])
  expect(kindsFor(ready, { cell })).toContain('conditional-offer')
  const after = { ...before, id: 'e3', heldFrom: '2026-01-01', kind: 'reaffirmation' as const }
  expect(at({ ...ready, shiftType: 'conditional-offer' }, { cell: [before, after] })).toEqual(['heldFrom'])
})

test('what readers will see: from where, to where, and the spread', () => {
  const russia: CellEntry = { ...before, id: 'e2', party: 'russia', stance: 'demands' }
  const offer = { ...ready, shiftType: 'conditional-offer' as const }
  expect(consequenceOf(offer, [before, russia], null, around.today)).toEqual({
    from: { stance: 'rejects', heldFrom: '2024-10-16' },
    to: { stance: 'conditional', heldFrom: '2025-12-14' },
    spread: { from: { steps: 4, holders: 2 }, to: { steps: 2, holders: 2 } },
  })
  // Of the past it changes the story, not the cell.
  const past = consequenceOf({ ...offer, heldFrom: '2023-01-01' }, [before, russia], null, around.today)
  expect(past?.to).toEqual(past?.from)
  expect(consequenceOf({ ...offer, stance: '' }, [before], null, around.today)).toBeNull()
})

test('a merge takes what only one of two changed, and names what both did', () => {
  const field = fc.constantFrom('summary', 'terms', 'shiftNote', 'event')
  const changes = fc.dictionary(field, fc.constantFrom('', 'a', 'b'))
  fc.assert(
    fc.property(changes, changes, fc.constantFrom(...STANCES), (theirs, mine, stance) => {
      const [base, other, own] = [ready, { ...ready, ...theirs }, { ...ready, ...mine, stance }]
      const merged = mergeThreeWays(base, other, own)
      const diff = diffThreeWays(base, other, own)
      for (const name of Object.keys(base) as (keyof DraftContent)[]) {
        const expected = own[name] === base[name] ? other[name] : own[name]
        expect(merged[name]).toEqual(expected)
        const one = diff.find((line) => line.field === name)
        expect(one !== undefined).toBe(own[name] !== base[name] || other[name] !== base[name])
        if (one)
          expect(one.conflict).toBe(own[name] !== base[name] && other[name] !== base[name] && own[name] !== other[name])
      }
    }),
  )
})

test.each([
  ['a summary and terms as long as they may be', { summary: 'x'.repeat(200), terms: 'x'.repeat(400) }],
  ['a quotation as long as it may be', { citations: [{ ...ready.citations[0], quote: 'x'.repeat(400) }] }],
  ['the day the negotiation began', { heldFrom: '2021-12-17' }],
  ['today', { heldFrom: '2026-11-25' }],
  ['a day said before the negotiation began', { citations: [{ ...ready.citations[0], saidOn: '2014-01-01' }] }],
  ['no day said', { citations: [{ ...ready.citations[0], saidOn: '' }] }],
  [
    'an event and a speaker that are there',
    { event: 'istanbul', citations: [{ ...ready.citations[0], speaker: 'putin' }] },
  ],
  ['a stance without terms', { stance: 'accepts', terms: '' }],
  [
    'unnamed words of a speaker',
    { citations: [{ ...ready.citations[0], quoteKind: 'speaker', attribution: 'background' }] },
  ],
] as [string, Partial<DraftContent>][])('%s may be sent', (_, change) => {
  expect(at({ ...ready, ...change })).toEqual([])
})

test.each([
  ['terms', { terms: 'x'.repeat(401) }],
  ['citations', { citations: [{ ...ready.citations[0], quote: 'x'.repeat(401) }] }],
  ['citations', { citations: [] }],
  ['party', { party: 'absent' }],
  ['demand', { demand: 'absent' }],
] as [string, Partial<DraftContent>][])('%s is named when it goes too far or is not there: %j', (field, change) => {
  expect(at({ ...ready, ...change })).toEqual([field])
})

test('of two entries of one day the order in which they were recorded counts, and a new one comes last', () => {
  const sameDay = { ...before, heldFrom: ready.heldFrom, ordinal: 7 }
  const offer = { ...ready, shiftType: 'conditional-offer' as const }
  expect(at(offer, { cell: [sameDay] })).toEqual([])
  // The entry that is changed was recorded before the other, which now would follow it.
  expect(at(ready, { cell: [sameDay], ordinal: 3 })).toEqual(['heldFrom'])
  expect(at(offer, { cell: [sameDay], ordinal: 8 })).toEqual([])
})

test('terms alone make a difference only where they differ', () => {
  const same = { ...before, stance: 'conditional' as const, terms: 'Guarantees.' }
  const hardened = { ...ready, shiftType: 'hardening' as const }
  expect(at(hardened, { cell: [same] })).toEqual(['shiftType'])
  expect(at({ ...hardened, terms: 'Guarantees, and more.' }, { cell: [same] })).toEqual([])
  expect(at({ ...hardened, terms: ' Guarantees. ' }, { cell: [same] })).toEqual(['shiftType'])
  expect(kindsFor({ ...ready, stance: '' }, { cell: [] })).toBeNull()
  expect(kindsFor({ ...ready, heldFrom: 'soon' }, { cell: [] })).toBeNull()
})

test('an entry that is changed takes its own place in what readers will see, and a day to come changes nothing yet', () => {
  const changed = { ...ready, stance: 'accepts' as const, heldFrom: before.heldFrom, terms: '' }
  expect(consequenceOf(changed, [before], before, around.today)).toEqual({
    from: { stance: 'rejects', heldFrom: before.heldFrom },
    to: { stance: 'accepts', heldFrom: before.heldFrom },
    spread: { from: { steps: 0, holders: 1 }, to: { steps: 0, holders: 1 } },
  })
  expect(consequenceOf(ready, [], null, around.today)?.from).toBeNull()
  expect(consequenceOf({ ...ready, heldFrom: around.today }, [], null, around.today)?.to).not.toBeNull()
  for (const unset of [{ party: '' }, { heldFrom: '' }, { heldFrom: '2026-11-26' }])
    expect(consequenceOf({ ...ready, ...unset }, [before], null, around.today)).toBeNull()
})

test('a review shows the fields that differ and no others', () => {
  expect(changedFields(ready, { ...ready, summary: 'Other.', citations: [] })).toEqual(['summary', 'citations'])
  expect(changedFields(ready, structuredClone(ready))).toEqual([])
  // A database keeps the parts of a citation in an order of its own.
  const turned = ready.citations.map((one) => Object.fromEntries(Object.entries(one).reverse()) as typeof one)
  expect(changedFields(ready, { ...ready, citations: turned })).toEqual([])
  expect(diffThreeWays(ready, { ...ready, citations: [] }, { ...ready, citations: turned })).toMatchObject([
    { field: 'citations', theirs: [], conflict: false },
  ])
  expect(mergeThreeWays(ready, { ...ready, citations: [] }, { ...ready, citations: turned }).citations).toEqual([])
})

test('lengths count without the spaces around, and days up to the last that may be', () => {
  expect(at({ ...ready, summary: ` ${'x'.repeat(200)} ` })).toEqual([])
  expect(at({ ...ready, summary: 'x'.repeat(201) })).toEqual(['summary'])
  expect(at({ ...ready, terms: ` ${'x'.repeat(400)} ` })).toEqual([])
  expect(at({ ...ready, terms: 'x'.repeat(401) })).toEqual(['terms'])
  expect(at({ ...ready, heldFrom: around.today })).toEqual([])
  expect(at({ ...ready, heldFrom: '2026-11-26' })).toEqual(['heldFrom'])
  expect(at({ ...ready, heldFrom: around.startedOn })).toEqual([])
  expect(at({ ...ready, heldFrom: '2021-12-16' })).toEqual(['heldFrom'])
})

test('words on the record have a speaker; those of a document, or reported ones, need none', () => {
  const [cited] = ready.citations
  const said = (change: Partial<NonNullable<typeof cited>>) =>
    at({ ...ready, citations: [{ ...cited, ...change } as NonNullable<typeof cited>] })
  expect(said({ quoteKind: 'speaker', attribution: 'on-record' })).toEqual(['citations'])
  expect(said({ quoteKind: 'speaker', attribution: 'on-record', speaker: 'putin' })).toEqual([])
  expect(said({ quoteKind: 'speaker', attribution: 'reported' })).toEqual([])
  expect(said({ quoteKind: 'document', attribution: 'on-record' })).toEqual([])
  // What was said may have been said before the negotiation began.
  expect(said({ saidOn: '2020-01-01' })).toEqual([])
  expect(
    issuesOf(
      { ...ready, citations: [cited, { ...cited, quote: 'x'.repeat(401) }] as typeof ready.citations },
      around,
    )[0]?.text,
  ).toContain('Citation 2 ')
})

test('a kind of shift that does not fit is told with the movement and what would fit', () => {
  const cell = [before]
  const [issue] = issuesOf({ ...ready, shiftType: '' }, { ...around, cell })
  expect(issue).toMatchObject({ at: 'shiftType' })
  expect(issue?.text).toContain('from rejects (16 Oct 2024) to conditional')
  expect(issue?.text).toContain('concession')
  expect(issuesOf({ ...ready, shiftType: 'reversal' }, around)[0]?.text).toMatch(/nothing earlier.*none/)
  // Without a stance or a day there is no movement to speak of.
  expect(at({ ...ready, stance: '', shiftType: 'reversal' })).toEqual(['stance'])
  expect(at({ ...ready, heldFrom: '', shiftType: 'reversal' })).toEqual(['heldFrom'])
})
