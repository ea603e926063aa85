import { createServer, type IncomingMessage, request as open } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { finishResponse } from './finish-response'
import { answerFromKept } from './kept-answers'
import { currentVersion, recordVersion } from './record-version'
import { beginRequest, requestAtHand } from './request-at-hand'

// A server as in server.ts, with a page cache that always hits in the place of Next. Like Next it
// takes the headers by which it is asked for a part of a page out of the request.
const PAGE = `<!doctype html><p>${'Made page. '.repeat(200)}</p>`
let made = 0
let cache = 'HIT'
let publishWhileMaking = false
const server = createServer((req, res) => {
  if (answerFromKept(req, res)) return
  finishResponse(req, res, { 'x-content-type-options': 'nosniff' }, () => null)
  if (req.method === 'HEAD') req.method = 'GET'
  const request = {
    ...beginRequest(req, 0, currentVersion()),
    cache: cache === 'HIT' ? ('hit' as const) : ('miss' as const),
  }
  requestAtHand.run(request, () => {
    made++
    if (publishWhileMaking) recordVersion.count++
    res.setHeader('x-nextjs-cache', cache)
    res.setHeader('vary', 'rsc, next-router-prefetch')
    const part = req.headers.rsc !== undefined
    for (const name of ['rsc', 'next-router-prefetch']) delete req.headers[name]
    res.setHeader('content-type', part ? 'text/x-component' : 'text/html; charset=utf-8')
    res.end(part ? 'rsc' : PAGE)
  })
})

beforeAll(() => new Promise<void>((done) => server.listen(0, '127.0.0.1', done)))
afterAll(() => new Promise((done) => server.close(done)))

let address = 0
let path = ''
beforeEach(async () => {
  recordVersion.count++
  recordVersion.reachable = true
  cache = 'HIT'
  path = `/page-${address++}`
  made = 0
})

type Answer = { status?: number; headers: IncomingMessage['headers']; body: Buffer }
const ask = (headers: Record<string, string> = {}, method = 'GET', at = path) =>
  new Promise<Answer>((done, fail) => {
    const { port } = server.address() as AddressInfo
    open({ port, host: '127.0.0.1', path: at, method, headers, agent: false }, (res) => {
      const chunks: Buffer[] = []
      res.on('data', (chunk) => chunks.push(chunk))
      res.on('end', () => {
        const { date: _, ...rest } = res.headers
        done({ status: res.statusCode, headers: rest, body: Buffer.concat(chunks) })
      })
    })
      .on('error', fail)
      .end()
  })

test('the answer is made once, and sent again the same in every form', async () => {
  const first = await ask()
  expect(first.headers['content-security-policy']).toContain("default-src 'none'")
  expect(await ask()).toEqual(first)
  const head = await ask({}, 'HEAD')
  expect(head.headers).toEqual(first.headers)
  expect(head.body.length).toBe(0)
  const zipped = await ask({ 'accept-encoding': 'gzip' })
  expect(zipped.headers['content-encoding']).toBe('gzip')
  expect(String(gunzipSync(zipped.body))).toBe(PAGE)
  const again = await ask({ 'if-none-match': String(first.headers.etag) })
  expect(again.status).toBe(304)
  expect(again.body.length).toBe(0)
  expect(again.headers.etag).toBe(first.headers.etag)
  expect(made).toBe(1)
})

test('after a publication it is made again', async () => {
  await ask()
  recordVersion.count++
  await ask()
  await ask()
  expect(made).toBe(2)
})

test('an answer whose making began before a publication does not pass for newer', async () => {
  publishWhileMaking = true
  await ask()
  publishWhileMaking = false
  await ask()
  expect(made).toBe(2)
})

test('while the database is away the old answer goes on, and no new one is kept', async () => {
  await ask()
  recordVersion.reachable = false
  recordVersion.count++
  await ask()
  expect(made).toBe(1)
  for (const _ of [1, 2]) await ask({}, 'GET', `${path}-other`)
  expect(made).toBe(3)
})

test('a request that the answer varies by gets one of its own, and leaves the page as it was', async () => {
  expect(String((await ask({ rsc: '1' })).body)).toBe('rsc')
  expect(String((await ask()).body)).toBe(PAGE)
  expect(String((await ask({ rsc: '1' })).body)).toBe('rsc')
  expect(String((await ask({ 'next-router-prefetch': '1' })).body)).toBe(PAGE)
  expect(String((await ask()).body)).toBe(PAGE)
  expect(made).toBe(4)
})

test('another address, another method and what did not come from the page cache are made each time', async () => {
  await ask()
  await ask({}, 'GET', `${path}?q=words`)
  await ask({}, 'POST')
  expect(made).toBe(3)
  cache = 'MISS'
  path = `${path}-missed`
  await ask()
  await ask()
  expect(made).toBe(5)
})
