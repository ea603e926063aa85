import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { STANCES } from '@/lib/domain/stance/scale'
import { SHIFT_KINDS } from './kinds'
import { allowedKinds, isShift } from './rules'

// The table of the codebook, movement by movement.
test('nothing earlier: a new position, or nothing said', () => {
  for (const to of STANCES) expect(allowedKinds(null, to, false)).toEqual(['new-position', null])
})

test('from one side to the other is a reversal and nothing else', () => {
  for (const [from, to] of [
    ['demands', 'rejects'],
    ['accepts', 'opposes'],
    ['rejects', 'accepts'],
    ['opposes', 'demands'],
  ] as const) {
    expect(allowedKinds(from, to, true)).toEqual(['reversal'])
  }
})

test('a conditional offer is only one on arriving at conditional', () => {
  expect(allowedKinds('rejects', 'conditional', true)).toContain('conditional-offer')
  expect(allowedKinds('conditional', 'rejects', true)).not.toContain('conditional-offer')
})

test('at the same stance only new terms can be a hardening or a concession', () => {
  expect(allowedKinds('demands', 'demands', false)).toEqual(['reaffirmation', 'clarification'])
  expect(allowedKinds('demands', 'demands', true)).toEqual([
    'reaffirmation',
    'clarification',
    'hardening',
    'concession',
  ])
})

test('a change of stance is never called a reaffirmation', () => {
  for (const from of STANCES)
    for (const to of STANCES) if (from !== to) expect(allowedKinds(from, to, true)).not.toContain('reaffirmation')
})

test('out of ambiguity anything may come but a reaffirmation or a withdrawn offer, and into it only a clarification', () => {
  for (const to of STANCES.filter((stance) => stance !== 'ambiguous')) {
    const allowed = allowedKinds('ambiguous', to, true)
    expect(SHIFT_KINDS.filter((kind) => !allowed.includes(kind))).toEqual(['reaffirmation', 'withdrawn-offer'])
    expect(allowedKinds(to, 'ambiguous', true)).toEqual(['clarification', null])
  }
})

test('from conditional, and to it: nearer, farther, or an offer made or withdrawn', () => {
  expect(allowedKinds('conditional', 'demands', true)).toEqual(['concession', 'hardening', 'withdrawn-offer'])
  expect(allowedKinds('demands', 'conditional', true)).toEqual([
    'concession',
    'hardening',
    'withdrawn-offer',
    'conditional-offer',
  ])
})

test('within one side a step is a clarification, a hardening or a concession', () => {
  for (const [from, to] of [
    ['demands', 'accepts'],
    ['accepts', 'demands'],
    ['opposes', 'rejects'],
    ['rejects', 'opposes'],
  ] as const)
    expect(allowedKinds(from, to, false)).toEqual(['clarification', 'hardening', 'concession'])
})

test('an entry is a shift when its stance differs, or when the coder names one; a reaffirmation is none', () => {
  const held = { stance: 'accepts', kind: null } as const
  expect(isShift(null, held)).toBe(true)
  expect(isShift({ ...held, stance: 'opposes' }, { ...held, kind: 'reaffirmation' })).toBe(true)
  expect(isShift(held, held)).toBe(false)
  expect(isShift(held, { ...held, kind: 'reaffirmation' })).toBe(false)
  expect(isShift(held, { ...held, kind: 'hardening' })).toBe(true)
})

test('every kind in use in the real record is known', () => {
  const file = JSON.parse(readFileSync('data/ukraine.json', 'utf8'))
  const used = new Set<string>(
    file.entries.flatMap((entry: { shift: { type: string } | null }) => entry.shift?.type ?? []),
  )
  expect([...used].filter((kind) => !(SHIFT_KINDS as readonly string[]).includes(kind))).toEqual([])
  expect(used.size).toBe(SHIFT_KINDS.length)
})
