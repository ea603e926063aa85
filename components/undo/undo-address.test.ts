import { expect, test } from 'vitest'
import type { Scope } from '@/lib/domain/undo/kinds'
import { parseScope, previewAddress } from './undo-address'

const parsed = (query: string) => parseScope(new URLSearchParams(query))

test.each<Scope>([
  { kind: 'written', person: 'p1', from: null, to: null },
  { kind: 'approved', person: 'p 1&', from: '2026-11-24T12:00:00.000Z', to: '2026-11-25T00:00:00.250Z' },
  { kind: 'import', publication: 12 },
  { kind: 'desk-import', import: 'abcdefghij12' },
  { kind: 'undo', undo: 3 },
])('an address names $kind, and is read back', (scope) => {
  expect(parsed(previewAddress(scope, 2).split('?')[1] as string)).toEqual(scope)
})

test('what a form gives is an instant in UTC', () =>
  expect(parsed('scope=written&person=p&from=2026-11-24T12%3A00&to=')).toEqual({
    kind: 'written',
    person: 'p',
    from: '2026-11-24T12:00:00.000Z',
    to: null,
  }))

test.each(['', 'scope=all', 'scope=written', 'scope=import&import=-1', 'scope=import&import=1e9', 'scope=undo&undo=x'])(
  'nothing is guessed from %s',
  (query) => expect(parsed(query)).toBeNull(),
)
test.each(['2026-02-31T99:00', 'yesterday', '0001-01-01T00:00'])('%s is no instant', (from) =>
  expect(parsed(`scope=written&person=p&from=${from}`)).toMatchObject({ from: null }),
)
