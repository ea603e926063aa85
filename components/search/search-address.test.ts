import fc from 'fast-check'
import { expect, test } from 'vitest'
import { SEARCH_KINDS } from '@/lib/domain/search/kinds'
import { parseSearch, searchAddress } from './search-address'

test('an address brings back the question that it was made of', () => {
  const question = fc.record({
    q: fc.string({ unit: 'grapheme', maxLength: 60 }).map((text) => text.replaceAll('\0', '')),
    kind: fc.option(fc.constantFrom(...SEARCH_KINDS)),
    negotiation: fc.option(fc.constantFrom('ukraine', 'made-2')),
    from: fc.integer({ min: 0, max: 1000 }),
  })
  fc.assert(
    fc.property(question, (asked) => {
      const url = new URL(searchAddress(asked), 'https://parley.example.org')
      expect(parseSearch(url.searchParams)).toEqual({ ...asked, from: asked.kind ? asked.from : 0 })
    }),
  )
})

test('what is not understood is left out', () =>
  expect(parseSearch(new URLSearchParams('q=a%00b&kind=person&negotiation=A..B&from=-3'))).toEqual({
    q: 'ab',
    kind: null,
    negotiation: null,
    from: 0,
  }))
