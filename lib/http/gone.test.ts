import { expect, test } from 'vitest'
import { knowBody } from './encoded-body'

const page = (head: string, body = '') => Buffer.from(`<html><head>${head}</head><body>${body}</body></html>`)

test('a page that says it is gone is answered 410, any other as it is', () => {
  expect(knowBody(page('<meta name="parley-status" content="410"/>'), true).status).toBe(410)
  expect(knowBody(page('<meta name="other" content="410"/>'), true).status).toBeNull()
})

test('text on a page cannot make it gone, and a file never is', () => {
  expect(knowBody(page('', '&lt;meta name="parley-status" content="410"/&gt;'), true).status).toBeNull()
  expect(knowBody(page('<meta name="parley-status" content="410"/>'), false).status).toBeNull()
})
