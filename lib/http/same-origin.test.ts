import { expect, test } from 'vitest'
import { isSameOrigin } from './same-origin'

const SITE = 'https://parley.example.org'

test.each([
  ['the public address', { origin: SITE, host: '127.0.0.1:3000' }, true],
  ['the host that was asked', { origin: 'http://192.0.2.1:3000', host: '192.0.2.1:3000' }, true],
  ['the same, as the browser says too', { origin: SITE, host: 'x', 'sec-fetch-site': 'same-origin' }, true],
  ['no Origin', { host: 'parley.example.org' }, false],
  ['no Origin, and a browser that says it is ours', { host: 'x', 'sec-fetch-site': 'same-origin' }, false],
  ['another site', { origin: 'https://evil.example', host: 'parley.example.org' }, false],
  [
    'a neighbour',
    { origin: 'https://blog.example.org', host: 'parley.example.org', 'sec-fetch-site': 'same-site' },
    false,
  ],
  ['a frame without an origin', { origin: 'null', host: 'parley.example.org' }, false],
  ['another port', { origin: 'http://localhost:4000', host: 'localhost:3000' }, false],
  ['http for https', { origin: 'http://parley.example.org', host: '127.0.0.1:3000' }, false],
])('%s: %s → %s', (_, headers, expected) => {
  expect(isSameOrigin(headers, SITE)).toBe(expected)
})
