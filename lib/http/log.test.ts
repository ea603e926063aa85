import { afterEach, expect, test, vi } from 'vitest'
import type { Finished } from './finished'
import { openLog } from './log'
import { beginRequest, requestAtHand } from './request-at-hand'

const finished: Finished = {
  id: 'number-1',
  method: 'GET',
  path: '/ukraine',
  group: 'compare',
  status: 200,
  cut: false,
  seconds: 0.0123,
  bytes: 4567,
  cache: 'hit',
  limited: false,
}
const said = vi.spyOn(console, 'log').mockImplementation(() => {})
const warned = vi.spyOn(console, 'warn').mockImplementation(() => {})
const failed = vi.spyOn(console, 'error').mockImplementation(() => {})
afterEach(() => {
  for (const spy of [said, warned, failed]) spy.mockClear()
})

test('a line to read for each request, none for a probe that goes well, none when it is off', () => {
  const { request } = openLog('text')
  request(finished)
  request({ ...finished, path: '/readyz', group: 'health' })
  request({ ...finished, path: '/readyz', group: 'health', status: 503, cache: null, cut: true })
  openLog('off').request(finished)
  expect(said.mock.calls.map(([line]) => String(line).replace(/^\S+Z /, ''))).toEqual([
    'GET /ukraine 200 12 ms 4567 bytes hit number-1',
    'GET /readyz 503 12 ms 4567 bytes cut number-1',
  ])
})

test('an error carries the number of its request; a database that is away is said once a second', () => {
  const giveBack = openLog('off').takeConsole()
  const request = beginRequest({ headers: {} }, 0, '')
  const broken = new Error('broken')
  requestAtHand.run(request, () => {
    console.error('⨯', broken)
    for (let at = 0; at < 3; at++) console.error(Object.assign(new Error('x'), { code: 'P1001' }))
  })
  console.error('of nobody')
  giveBack()
  expect(failed.mock.calls).toEqual([[request.id, broken], ['of nobody']])
  expect(warned.mock.calls).toEqual([[request.id, 'A request failed because the database is away.']])
})
