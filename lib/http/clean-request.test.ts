import { expect, test } from 'vitest'
import { cleanRequest } from './clean-request'

const cleaned = (url: string, headers: Record<string, string> = {}) => {
  const request = { url, headers }
  cleanRequest(request)
  return request
}

test.each([
  ['/ukraine?show=typed', '/ukraine'],
  ['/?', '/'],
  ['/ukraine?a?b', '/ukraine'],
  ['/ukraine/?show=x', '/ukraine/?show=x'],
  ['/api?x=1', '/api'],
  ['/api/v1/sources?grade=B', '/api/v1/sources?grade=B'],
  ['/search?q=typed', '/search?q=typed'],
  ['/embed/ukraine?party=russia', '/embed/ukraine'],
  ['/desk/queue?stage=approved', '/desk/queue?stage=approved'],
  ['/searching?q=typed', '/searching'],
  ['/ukraine?_rsc=abc', '/ukraine'],
])('%s is asked as %s', (url, asked) => expect(cleaned(url).url).toBe(asked))

test('a part of a page keeps what tells it from the page', () => {
  expect(cleaned('/ukraine?show=typed&_rsc=1x%2F', { rsc: '1' }).url).toBe('/ukraine?_rsc=1x%2F')
  expect(cleaned('/ukraine?show=typed', { rsc: '1' }).url).toBe('/ukraine')
})

test('headers between the parts of Next, and those for writers, go no further', () => {
  const kept = { accept: '*/*', rsc: '1', 'next-router-prefetch': '1', 'x-forwarded-for': '::1', 'if-none-match': '*' }
  const dropped = {
    'x-middleware-subrequest': 'x',
    'x-invoke-status': '500',
    'x-matched-path': '/desk',
    'x-now-route-matches': 'x',
    'x-prerender-revalidate': 'x',
    'x-nextjs-data': '1',
    'x-next-resume-state-length': '1',
    'next-resume': '1',
    'if-match': '"x"',
    'if-unmodified-since': 'x',
  }
  expect(cleaned('/', { ...kept, ...dropped }).headers).toEqual(kept)
})
