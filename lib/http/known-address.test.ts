import { expect, test } from 'vitest'
import { knownAddressOf } from './known-address'

const locationOf = (url: string) => knownAddressOf({ url })?.headers.location ?? null

test('the known clock in the query leads to the address at which the page is kept', () => {
  expect(locationOf('/ukraine?known=2026-01-31')).toBe('/ukraine/known/2026-01-31')
  expect(locationOf('/ukraine/on/2025-12-14?q=nato&known=2026-01-31')).toBe(
    '/ukraine/on/2025-12-14/known/2026-01-31?q=nato',
  )
  expect(locationOf('/ukraine/nato-renunciation/russia?known=2026-01-31')).toBe(
    '/ukraine/nato-renunciation/russia/known/2026-01-31',
  )
})

test.each([
  '/ukraine',
  '/ukraine?known=soon',
  '/ukraine?known=2026-02-30',
  '/search?known=2026-01-31',
  '/api/v1/negotiations?known=2026-01-31',
  '/embed/ukraine/dark?known=2026-01-31',
  '/desk/sources/tass?known=2026-01-31',
  '//evil.example?known=2026-01-31',
  '/ukraine/on/2025-12-14/cite.bib?known=2026-01-31',
])('%s is left alone', (url) => {
  expect(locationOf(url)).toBeNull()
})
