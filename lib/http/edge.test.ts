import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { answerOf, type Edge } from './edge'
import type { Finished } from './finished'
import { PROBLEM_TYPE } from './problem'
import { requestAtHand } from './request-at-hand'

// The edge as it is, with a stand-in for Next behind it.
let server: Server
let origin: string
let handle: Edge['handle']
let closing = false
const heard: Finished[] = []

beforeAll(async () => {
  const edge: Edge = {
    handle: (req, res) => handle(req, res),
    headers: { 'x-content-type-options': 'nosniff' },
    settings: { TRUSTED_PROXIES: 1, SITE_URL: 'http://localhost' },
    excessOf: ({ url }) => (url === '/too-many' ? { status: 429, headers: {}, text: 'Later.' } : null),
    health: { canRead: async () => false, isClosing: () => closing },
    hear: (finished) => heard.push(finished),
  }
  server = createServer((req, res) => answerOf(req, res, edge)).listen(0)
  origin = `http://localhost:${(server.address() as AddressInfo).port}`
})
afterAll(() => void server.close())

const fails: Edge['handle'] = async (_req, res) => {
  res.writeHead(500, { 'content-type': 'text/html', 'x-powered-by': 'Next' }).end('<p>Error: at lib/secret.ts:1</p>')
}
const failsAway: Edge['handle'] = async (req, res) => {
  const request = requestAtHand.getStore()
  if (request) request.away = true
  await fails(req, res)
}
const ask = (path: string, init: RequestInit = {}) => fetch(`${origin}${path}`, init)

test('a failure is told in our words, with the number of the request and the headers for safety', async () => {
  handle = fails
  const answer = await ask('/ukraine')
  const text = await answer.text()
  expect(answer.status).toBe(500)
  expect(answer.headers.get('content-type')).toContain('text/html')
  expect(answer.headers.get('cache-control')).toBe('no-store')
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
  expect(answer.headers.get('x-powered-by')).toBeNull()
  expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
  expect(text).toContain(answer.headers.get('x-request-id'))
  expect(text).not.toContain('secret')
})

test('a database that is away is 503, with a time to come back', async () => {
  handle = failsAway
  const page = await ask('/ukraine')
  expect([page.status, page.headers.get('retry-after')]).toEqual([503, '2'])
  expect(await page.text()).toContain('The record cannot be read just now')
  const data = await ask('/ukraine', { headers: { rsc: '1' } })
  expect([data.status, data.headers.get('content-type')]).toEqual([503, 'text/plain; charset=utf-8'])
  const head = await ask('/ukraine', { method: 'HEAD' })
  expect([head.status, await head.text()]).toEqual([503, ''])
})

test('a page is asked for once more, and an older one will do', async () => {
  let tries = 0
  handle = async (req, res) => {
    tries++
    if (!requestAtHand.getStore()?.takesOld) {
      req.url = '/changed-by-next'
      req.headers = {}
      return failsAway(req, res)
    }
    res.setHeader('content-type', 'text/html')
    res.end(`the old page of ${req.url} for ${req.headers.accept}`)
  }
  const answer = await ask('/ukraine?a=1', { headers: { accept: 'text/html' } })
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([200, null])
  expect(await answer.text()).toBe('the old page of /ukraine for text/html')
  expect(tries).toBe(2)
})

test('a route’s own words stay, and it is asked once', async () => {
  let tries = 0
  handle = async (_req, res) => {
    tries++
    res.writeHead(503, { 'content-type': PROBLEM_TYPE, 'retry-after': '2' }).end('{"status":503}')
  }
  const answer = await ask('/api/v1/sources')
  expect([answer.status, await answer.text(), tries]).toEqual([503, '{"status":503}', 1])
})

test('what throws instead of answering is a failure too', async () => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => {})
  handle = () => Promise.reject(new Error('broken'))
  const answer = await ask('/feeds/x.atom')
  expect([answer.status, answer.headers.get('content-type')]).toEqual([500, PROBLEM_TYPE])
  expect(said).toHaveBeenCalledOnce()
  said.mockRestore()
})

test('health is answered by us, and a connection is not kept once a stop has begun', async () => {
  handle = () => Promise.reject(new Error('not to be asked'))
  for (const method of ['GET', 'HEAD']) expect((await ask('/healthz', { method })).status).toBe(200)
  expect((await ask('/healthz', { method: 'POST' })).status).toBe(405)
  expect((await ask('/readyz')).status).toBe(503)
  closing = true
  expect((await ask('/healthz')).headers.get('connection')).toBe('close')
  closing = false
})

test('the number of a trusted proxy is kept when it is a plain one', async () => {
  const numberFor = async (given: string) =>
    (await ask('/healthz', { headers: { 'x-request-id': given } })).headers.get('x-request-id')
  expect(await numberFor('0123456789abcdef')).toBe('0123456789abcdef')
  for (const bad of ['short', 'a'.repeat(65), 'spaces in it', '<script>alert(1)</script>'])
    expect(await numberFor(bad)).toMatch(/^[\da-f]{8}-/)
})

test('what is over is told without the query and without the person', async () => {
  handle = async (_req, res) => void res.end('x'.repeat(2000))
  heard.length = 0
  await (
    await ask('/e/e001?q=typed', { headers: { 'user-agent': 'secret', cookie: 'secret', referer: 'secret' } })
  ).text()
  await (await ask('/too-many')).text()
  await vi.waitFor(() => expect(heard).toHaveLength(2))
  expect(heard[0]).toMatchObject({
    method: 'GET',
    path: '/e/e001',
    group: 'entry',
    status: 200,
    cut: false,
    limited: false,
  })
  expect(heard[0]?.bytes).toBeGreaterThan(2000)
  expect(heard[1]).toMatchObject({ status: 429, limited: true })
  expect(JSON.stringify(heard)).not.toMatch(/typed|secret|127\.0\.0\.1|::1/)
})
