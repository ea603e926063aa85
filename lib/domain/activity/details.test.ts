import { describe, expect, test } from 'vitest'
import { detailLines } from './details'

const text = (kind: string, details: unknown) =>
  detailLines(kind, details).map(({ label, text }) => `${label}: ${text}`)

test.each([
  ['a reason', 'entry', { reason: 'Misread', review: 4, revision: 2 }, ['Reason: Misread', 'Revision: 2']],
  ['a change of role', 'person', { from: 'analyst', to: 'editor' }, ['From: analyst', 'To: editor']],
  [
    'a scope in itself',
    'undo',
    { scope: { kind: 'written', person: 'p1', from: null }, entries: 3 },
    ['Scope: kind written, person p1, from nothing', 'Entries: 3'],
  ],
  [
    'what differs, with both values',
    'source',
    { before: { id: 1, title: 'A', grade: 'B' }, after: { title: 'C', grade: 'B' } },
    ['Title: A → C'],
  ],
  ['hashes of texts before and after', 'source', { before: null, after: 'ab12' }, ['Before: nothing', 'After: ab12']],
  ['tallies', 'negotiation', { entries: { added: 2, changed: 0 } }, ['Entries: added 2, changed 0']],
  ['lists', 'source', { flagged: ['e1', 'e2'], none: [] }, ['Flagged: e1, e2', 'None: nothing']],
])('%s is read as text', (_, kind, details, expected) => expect(text(kind, details)).toEqual(expected))

describe('what is not said', () => {
  test('secrets, were there any', () =>
    expect(
      text('person', { password: 'x', tokenHash: 'y', recoveryCodes: ['z'], nested: { secret: 'w', fine: 1 } }),
    ).toEqual(['Nested: fine 1']))
  test('a draft, which is its author’s alone', () => {
    expect(text('draft', { content: { summary: 'mine' } })).toEqual([])
    expect(text('draft', { before: { summary: 'mine' } })).toEqual([])
    expect(text('draft', { entry: 'e1' })).toEqual(['Entry: e1'])
  })
  test('what is no object', () => {
    for (const odd of [null, 'x', 3, [1]]) expect(text('entry', odd)).toEqual([])
  })
})

test('a very long text is cut, between characters', () => {
  const [line] = detailLines('entry', { reason: '😀'.repeat(1_000) })
  expect([...(line?.text ?? '')]).toHaveLength(400)
  expect(line?.text.isWellFormed?.() ?? true).toBe(true)
})
