import fc from 'fast-check'
import { expect, test } from 'vitest'
import { STANCES } from '@/lib/domain/stance/scale'
import type { CellEntry } from './cell'
import { consequenceOf } from './consequence'
import { type DraftContent, EMPTY_DRAFT } from './content'
import { diffThreeWays, mergeThreeWays } from './merge'
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
