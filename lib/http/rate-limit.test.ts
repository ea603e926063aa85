import type { IncomingMessage } from 'node:http'
import { afterEach, expect, test, vi } from 'vitest'
import { ACTIONS_PER_MINUTE, addressOf, bucketsOf, limitByAddress, networkOf } from './rate-limit'

afterEach(() => void vi.useRealTimers())

test('a bucket gives its minute’s worth, then one at a time', () => {
  const take = bucketsOf(60)
  for (let at = 0; at < 60; at++) expect(take('a', 0).waitSeconds).toBe(0)
  expect(take('a', 0).waitSeconds).toBe(1)
  expect(take('b', 0).waitSeconds).toBe(0)
  expect(take('a', 1000).waitSeconds).toBe(0)
  expect(take('a', 1000).waitSeconds).toBe(1)
  expect(take('a', 600_000).waitSeconds).toBe(0)
})

test('the wait that is named is long enough', () => {
  const take = bucketsOf(7)
  for (let at = 0; at < 7; at++) take('a', 0)
  const { waitSeconds } = take('a', 100)
  expect(waitSeconds).toBeGreaterThan(0)
  expect(take('a', 100 + waitSeconds * 1000).waitSeconds).toBe(0)
})

test('memory has an end: who was silent longest is forgotten', () => {
  const take = bucketsOf(1, 2)
  take('a', 0)
  take('b', 0)
  take('c', 0)
  expect(take('c', 0).waitSeconds).toBe(60)
  expect(take('a', 0).waitSeconds).toBe(0)
})

test.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:0DB8:0001:2::', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
])('%s counts as %s', (address, network) => expect(networkOf(address)).toBe(network))

const request = (url: string, forwarded?: string) =>
  ({
    url,
    method: 'GET',
    headers: { 'x-forwarded-for': forwarded },
    socket: { remoteAddress: '10.0.0.1' },
  }) as unknown as IncomingMessage

test('X-Forwarded-For is believed only as far as proxies are trusted', () => {
  expect(addressOf(request('/', '1.1.1.1'), 0)).toBe('10.0.0.1')
  expect(addressOf(request('/', '6.6.6.6, 1.1.1.1'), 1)).toBe('1.1.1.1')
  expect(addressOf(request('/', '6.6.6.6, 1.1.1.1, 2.2.2.2'), 2)).toBe('1.1.1.1')
  expect(addressOf(request('/', 'nonsense'), 1)).toBe('10.0.0.1')
  expect(addressOf(request('/'), 1)).toBe('10.0.0.1')
})

test('pages have no limit; data has one, with a problem and a time', () => {
  const excess = limitByAddress({ REQUESTS_PER_MINUTE: 2, TRUSTED_PROXIES: 0 })
  for (let at = 0; at < 5; at++) expect(excess(request('/ukraine'))).toBeNull()
  expect(excess(request('/api/v1/sources'))).toBeNull()
  expect(excess(request('/feeds/ukraine.atom'))).toBeNull()
  expect(excess(request('/e/e001/cite.bib'))).toMatchObject({
    status: 429,
    headers: { 'retry-after': '30', 'content-type': 'application/problem+json; charset=utf-8' },
  })
  expect(limitByAddress({ REQUESTS_PER_MINUTE: 0, TRUSTED_PROXIES: 0 })(request('/api/x'))).toBeNull()
})

test('what is sent to the desk has a measure of its own, which typing does not reach', () => {
  vi.useFakeTimers({ toFake: ['performance'] })
  const excess = limitByAddress({ REQUESTS_PER_MINUTE: 2, TRUSTED_PROXIES: 1 })
  const send = (from: string) => excess({ ...request('/desk/drafts/abcdefghijkl', from), method: 'POST' } as never)
  for (let at = 0; at < ACTIONS_PER_MINUTE; at++) expect(send('192.0.2.1')).toBeNull()
  expect(send('192.0.2.1')).toMatchObject({ status: 429, headers: { 'retry-after': '1' } })
  expect(send('192.0.2.2')).toBeNull()
  expect(excess(request('/desk/drafts/abcdefghijkl', '192.0.2.1'))).toBeNull()
  expect(excess(request('/api/v1/sources', '192.0.2.1'))).toBeNull()
  const open = limitByAddress({ REQUESTS_PER_MINUTE: 0, TRUSTED_PROXIES: 0 })
  for (let at = 0; at <= ACTIONS_PER_MINUTE; at++)
    expect(open({ ...request('/desk'), method: 'POST' } as never)).toBeNull()
})
