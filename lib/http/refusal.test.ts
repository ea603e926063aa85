import type { IncomingMessage } from 'node:http'
import { expect, test } from 'vitest'
import { PROBLEM_TYPE } from './problem'
import { refusalOf } from './refusal'

const posted = (url: string, length: number) =>
  refusalOf({
    method: 'POST',
    url,
    headers: { origin: 'http://parley.test', host: 'parley.test', 'content-length': String(length) },
  } as unknown as IncomingMessage)?.status ?? null

const KB = 1024

test.each([
  ['/desk', 256 * KB, null],
  ['/desk', 256 * KB + 1, 413],
  ['/desk/sources', 256 * KB + 1, 413],
  ['/desk/sources/new', 6 * KB * KB, null],
  ['/desk/sources/new?x', 6 * KB * KB, null],
  ['/desk/sources/new', 6 * KB * KB + 1, 413],
  ['/desk/sources/new/more', 256 * KB + 1, 413],
  ['/desk/imports', 9 * KB * KB, null],
  ['/desk/imports', 9 * KB * KB + 1, 413],
  ['/desk/imports/aaaaaaaaaaaa', 256 * KB + 1, 413],
  ['/desk?/desk/sources/new', 256 * KB + 1, 413],
])('what is sent to %s may be %d bytes long: %s', (url, length, status) => expect(posted(url, length)).toBe(status))

test.each([
  ['/search/../ukraine/on/2024-05-05?q=typed', 400],
  ['/search/%2e%2E/ukraine?q=typed', 400],
  ['/desk/..', 400],
  ['/./api/v1/negotiations', 400],
  ['/%2e/api/v1/negotiations', 400],
  ['/desk\\..\\search?q=nato', 400],
  ['http://evil.example/search?q=nato', 400],
  ['*', 400],
  ['/e/..%2f', null],
  ['/.well-known/security.txt', null],
  ['/ukraine/...', null],
  ['/ukraine?show=/../x', null],
])('an address that would be resolved into another one is refused: %s %s', (url, status) => {
  const refusal = refusalOf({ method: 'GET', url, headers: {} } as unknown as IncomingMessage)
  expect(refusal?.status ?? null).toBe(status)
})

test.each([
  ['GET', '/', 'text/plain'],
  ['GET', '/api/v1/sources?', PROBLEM_TYPE],
  ['POST', '/desk?', 'text/plain'],
  ['POST', '/api/v1/entries?', PROBLEM_TYPE],
])('an address of more than 4,000 characters is refused: %s %s', (method, beginning, type) => {
  const asked = (length: number) =>
    refusalOf({
      method,
      url: beginning.padEnd(length, 'a'),
      headers: { origin: 'http://parley.test', host: 'parley.test', 'content-length': '1' },
    } as unknown as IncomingMessage)
  expect(asked(4_000)).toBeNull()
  expect(asked(4_001)).toMatchObject({ status: 414, text: expect.stringContaining('4,000 characters') })
  expect(asked(4_001)?.headers['content-type'] ?? 'text/plain').toBe(type)
})
