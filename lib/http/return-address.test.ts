import fc from 'fast-check'
import { expect, test } from 'vitest'
import { returnAddressOf, signInAddress } from './return-address'

test.each([
  '/desk',
  '/desk/reviews/12',
  '/desk/views?keep=%2Fukraine%3Fsort%3Dspread%26story%3Da.b',
  '/desk/queue?stage=in-review&assigned=me',
  '/desk/sources?q=%D0%BC%D0%B8%D1%80',
])('%s is come back to as it is', (address) => {
  expect(returnAddressOf(address)).toBe(address)
})

test('what Next adds for itself is taken off', () => {
  expect(returnAddressOf('/desk/reviews/12?_rsc=1a2b')).toBe('/desk/reviews/12')
  expect(returnAddressOf('/desk/views?keep=%2Fukraine&_rsc=1a2b')).toBe('/desk/views?keep=%2Fukraine')
})

test.each([
  '',
  '/',
  '/ukraine',
  '//evil.example',
  '//evil.example/desk',
  '///evil.example/desk',
  '/\\evil.example',
  '\\\\evil.example\\desk',
  '/desk\\..\\..\\evil',
  'https://evil.example/desk',
  'https:evil.example',
  'https:/desk',
  'javascript:alert(1)//desk',
  'data:text/html,/desk',
  'desk',
  '/desktop',
  '/desk@evil.example',
  '/desk/../ukraine',
  '/desk/%2e%2e/api/v1',
  '/desk/..//evil.example',
  '/desk//evil.example',
  '/\tdesk',
  '/desk\n/x',
  '/desk/\r\nset-cookie: a=b',
  '/desk/\0',
  ' /desk',
  '/desk /x',
  '/desk/sign-in',
  '/desk/sign-in?to=%2Fdesk',
  '/desk/accept/abc',
  '/desk/reset/abc',
  '/desk/reset',
  `/desk/${'a'.repeat(2_000)}`,
  null,
  undefined,
  ['/desk'],
  7,
])('%j leads nowhere', (given) => {
  expect(returnAddressOf(given)).toBeNull()
  expect(signInAddress(given)).toBe('/desk/sign-in')
})

test('whatever is written, what comes out is an address of this desk to a browser', () => {
  const part = fc.constantFrom('/', '\\', 'desk', '..', '%2e', '.', '//', 'evil.example', ':', '@', '?', '#', '\t', 'a')
  fc.assert(
    fc.property(fc.array(part, { maxLength: 9 }), (parts) => {
      const to = returnAddressOf(`/desk${parts.join('')}`)
      if (to === null) return
      const { host, pathname } = new URL(to, 'https://parley.example.org')
      expect(host).toBe('parley.example.org')
      expect(pathname).toMatch(/^\/desk(\/|$)/)
    }),
    { numRuns: 2_000 },
  )
})

test('the page to sign in on is told of the page that was wanted, but for the first one', () => {
  expect(signInAddress('/desk/views?keep=%2Fukraine')).toBe('/desk/sign-in?to=%2Fdesk%2Fviews%3Fkeep%3D%252Fukraine')
  expect(signInAddress('/desk')).toBe('/desk/sign-in')
})
