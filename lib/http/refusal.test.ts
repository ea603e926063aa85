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
