import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { STANCES } from '@/lib/domain/stance/scale'
import { SHIFT_KINDS } from './kinds'
import { allowedKinds } from './rules'

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

test('every kind in use in the real record is known', () => {
  const file = JSON.parse(readFileSync('data/ukraine.json', 'utf8'))
  const used = new Set<string>(
    file.entries.flatMap((entry: { shift: { type: string } | null }) => entry.shift?.type ?? []),
  )
  expect([...used].filter((kind) => !(SHIFT_KINDS as readonly string[]).includes(kind))).toEqual([])
  expect(used.size).toBe(SHIFT_KINDS.length)
})
