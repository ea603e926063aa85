import { expect, test } from 'vitest'
import { canonical } from '@/lib/domain/chain/canonical'
import { GENESIS, hashOf, hashOfLink, hashOfPayload } from '@/lib/domain/chain/hashes'
import { toShown } from '@/lib/domain/entry/shown'
import { isAddressHere } from '@/lib/domain/kept-view/address'
import { ADDED, AMENDED } from '@/lib/domain/reference/schema'
import { isOpen, STAGES } from '@/lib/domain/review/kinds'
import { note, sendSchema } from '@/lib/domain/review/schema'
import { entry } from '@/tests/made/small-record'
import { differences, type State } from './differences'
import { correctionLabel } from './kinds'

const state: State = {
  ...{ stance: 'accepts', heldFrom: new Date('2024-01-02T00:00:00Z'), datePrecision: 'day', salience: null },
  ...{ summary: 'Agrees.', terms: null, shiftKind: 'reversal', shiftBasis: 'coder', shiftNote: null, event: null },
}

test('two states differ in the fields in which they do, by their names, as text', () => {
  expect(differences(state, state)).toEqual([])
  expect(
    differences(state, {
      ...state,
      heldFrom: new Date('2024-01-03T00:00:00Z'),
      terms: 'On terms.',
      summary: 'Agrees to it.',
    }),
  ).toEqual([
    { field: 'Held from', before: '2024-01-02', after: '2024-01-03' },
    { field: 'Summary', before: 'Agrees.', after: 'Agrees to it.' },
    { field: 'Terms', before: null, after: 'On terms.' },
  ])
  expect(differences(undefined, state)).toHaveLength(6)
  for (const field of Object.keys(state) as (keyof State)[])
    expect(differences(state, { ...state, [field]: 'else' }), field).toHaveLength(1)
})

test('what comes back is called so, whatever brought it', () => {
  expect(correctionLabel({ kind: 'correction', comesBack: false }).label).toBe('Correction')
  expect(correctionLabel({ kind: 'correction', comesBack: true }).label).toBe('Back on the record')
  expect(correctionLabel({ kind: 'withdrawal', comesBack: false }).label).toBe('Withdrawal')
})

test('canonical JSON: names in order, nothing between them, nothing for what is not there', () => {
  expect(canonical({ b: 1, a: ['x', null, { d: 'é"\n', c: -0 }] })).toBe('{"a":["x",null,{"c":0,"d":"é\\"\\n"}],"b":1}')
  expect(canonical({ a: undefined })).toBe('{"a":null}')
  expect(canonical([])).toBe('[]')
  expect(canonical({ Z: 1, a: 2, '10': 3, '9': 4 })).toBe('{"10":3,"9":4,"Z":1,"a":2}')
  expect(hashOf('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
  expect(hashOfPayload({ b: 1, a: 2 })).toBe(hashOf('{"a":2,"b":1}'))
  expect(hashOfLink(1, 'p', GENESIS)).toBe(hashOf(`{"number":1,"payload":"p","previous":"${'0'.repeat(64)}"}`))
})

test.each([
  ['/ukraine?q=nato#border', true],
  ['/', true],
  ['//evil.example', false],
  ['/\\evil.example', false],
  ['https://evil.example/', false],
  ['/a b', false],
  ['/a\tb', false],
  ['/a\u007Fb', false],
  ['ukraine', false],
  ['', false],
])('the address %j leads to a page of this site: %s', (address, here) => expect(isAddressHere(address)).toBe(here))

test('a change is sent with a reason, a new entry without', () => {
  const sent = { draft: 'abcdefghijkl', version: 1, kind: 'first', reason: null }
  const faults = (more = {}) =>
    sendSchema.safeParse({ ...sent, ...more }).error?.issues.map(({ path }) => path.join('.')) ?? []
  expect(faults()).toEqual([])
  expect(faults({ kind: 'correction' })).toEqual(['reason'])
  expect(faults({ kind: 'correction', reason: ' Misread. ' })).toEqual([])
  expect(faults({ draft: 'ABCDEFGHIJKL' })).toEqual(['draft'])
  expect(faults({ draft: 'abcdefghijklm' })).toEqual(['draft'])
  expect(faults({ version: 0 })).toEqual(['version'])
  expect(note.parse(' Look at it.\n')).toBe('Look at it.')
  expect(STAGES.filter(isOpen)).toEqual(['in-review', 'changes-requested'])
})

test('an event does not end before it begins, and the words of a demand are not amended beside', () => {
  const event = {
    slug: 'round',
    title: 'Round',
    date: '2024-02-01',
    endDate: null,
    place: null,
    participants: [],
    kind: 'talks',
    source: null,
  }
  const fits = (endDate: string | null) => ADDED.event.safeParse({ ...event, endDate }).success
  expect([fits(null), fits('2024-02-01'), fits('2024-02-02'), fits('2024-01-31')]).toEqual([true, true, true, false])
  const demand = { slug: 'border', topic: 'land', title: 'Border', raisedBy: ['north'], keywords: [] }
  expect(AMENDED.demand.safeParse(demand).success).toBe(true)
  expect(AMENDED.demand.safeParse({ ...demand, proposition: 'Else.' }).success).toBe(false)
})

test('an entry as the interface gives it: with its number, without what only this site needs', () => {
  const { id } = entry('north', 'border', '2024-01-01', 'opposes')
  const shown = toShown('talks', { ...entry('north', 'border', '2024-01-01', 'opposes'), id })
  expect(shown).toMatchObject({ id, negotiation: 'talks', value: -1, stance: 'opposes' })
  expect(shown.citations).toEqual([
    {
      source: 'paper',
      quote: 'Words of paper',
      quoteKind: 'speaker',
      speaker: null,
      attribution: 'on-record',
      saidOn: null,
    },
  ])
  expect(shown).not.toHaveProperty('ordinal')
  expect(shown).not.toHaveProperty('kind')
})
