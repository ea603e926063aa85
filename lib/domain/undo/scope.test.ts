import { expect, test } from 'vitest'
import type { Scope } from './kinds'
import { decideSchema, proposeSchema, scopeSchema } from './schema'
import { scopeOf, storedScope } from './stored-scope'

const NOW = new Date('2026-02-01T12:00:00.000Z')
const DAY = '2026-01-01T00:00:00.000Z'

test.each<[Scope, Scope]>([
  [
    { kind: 'import', publication: 7 },
    { kind: 'import', publication: 7 },
  ],
  [
    { kind: 'desk-import', import: 'abcdefghijkl' },
    { kind: 'desk-import', import: 'abcdefghijkl' },
  ],
  [
    { kind: 'undo', undo: 3 },
    { kind: 'undo', undo: 3 },
  ],
  [
    { kind: 'written', person: 'ann', from: null, to: null },
    { kind: 'written', person: 'ann', from: null, to: NOW.toISOString() },
  ],
  [
    { kind: 'approved', person: 'ann', from: DAY, to: DAY },
    { kind: 'approved', person: 'ann', from: DAY, to: DAY },
  ],
  [
    { kind: 'approved', person: 'ann', from: DAY, to: '2027-01-01T00:00:00.000Z' },
    { kind: 'approved', person: 'ann', from: DAY, to: NOW.toISOString() },
  ],
])('%o is kept, and nothing of what is published later is undone with it', (scope, kept) => {
  const stored = storedScope(scope, NOW)
  expect(scopeOf(stored)).toEqual(kept)
  const named = [stored.scopePerson, stored.scopePublicationId, stored.scopeUndoId, stored.scopeImportId]
  expect(named.filter((one) => one !== null)).toHaveLength(1)
})

const refused = (value: unknown) => scopeSchema.safeParse(value).error?.issues.map(({ path }) => path.join('.'))
test('a scope names what its kind needs, and a span that runs forward', () => {
  const span = { kind: 'written', person: 'ann', from: DAY, to: NOW.toISOString() }
  expect(refused(span)).toBeUndefined()
  expect(refused({ ...span, from: DAY, to: DAY })).toBeUndefined()
  expect(refused({ ...span, from: NOW.toISOString(), to: DAY })).toEqual(['to'])
  expect(refused({ ...span, from: NOW.toISOString(), to: null })).toBeUndefined()
  expect(refused({ ...span, person: '' })).toEqual(['person'])
  expect(refused({ kind: 'import', publication: 0 })).toEqual(['publication'])
  expect(refused({ kind: 'undo', undo: 1, person: 'ann' })).toEqual([''])
  expect(refused({ kind: 'everything' })).toEqual(['kind'])
})

test('a proposal is of a preview, and a decision of one state', () => {
  const proposal = { scope: { kind: 'undo', undo: 1 }, reason: 'Why', fingerprint: 'a'.repeat(64) }
  expect(proposeSchema.safeParse(proposal).success).toBe(true)
  expect(proposeSchema.safeParse({ ...proposal, fingerprint: 'a'.repeat(63) }).success).toBe(false)
  expect(proposeSchema.safeParse({ ...proposal, reason: ' ' }).success).toBe(false)
  expect(decideSchema.safeParse({ undo: 1, version: 1 }).success).toBe(true)
  expect(decideSchema.safeParse({ undo: 1, version: 0 }).success).toBe(false)
})
