import { createServer, type IncomingMessage, type Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cacheOf, type Nginx, startNginx, untilKept } from './nginx'
import { until } from './parley'

// deploy/nginx.conf before an app that tells what it was asked. Before Parley itself: replica.test.ts.
const seen: IncomingMessage[] = []
let says: { status: number; headers: Record<string, string> }
let app: Server
let nginx: Nginx

beforeAll(async () => {
  app = createServer((req, res) => {
    seen.push(req)
    const tag = '"one"'
    const same = says.status === 200 && req.headers['if-none-match'] === tag
    res.writeHead(same ? 304 : says.status, {
      'cache-control': 'public, max-age=0, must-revalidate',
      etag: tag,
      ...says.headers,
    })
    res.end(same ? undefined : `answer ${seen.length}`)
  })
  await new Promise<void>((done) => app.listen(0, '127.0.0.1', done))
  nginx = await startNginx([(app.address() as AddressInfo).port])
})
afterAll(async () => {
  await nginx?.stop()
  app.closeAllConnections()
  app.close()
})
const answering = (status: number, headers: Record<string, string> = {}) => {
  says = { status, headers }
  seen.length = 0
}

test('the app learns who asks, from nginx and not from the client', async () => {
  answering(200)
  const forged = {
    'x-forwarded-for': '10.9.8.7',
    'x-forwarded-host': 'evil.example',
    'x-forwarded-proto': 'http',
    forwarded: 'for=1.1.1.1',
  }
  const others = {
    'x-request-id': 'mine',
    cookie: 'theme=dark',
    'x-middleware-subrequest': 'x',
    connection: 'upgrade',
    upgrade: 'websocket',
  }
  const answer = await nginx.ask('/who', { headers: { ...forged, ...others } })
  const { headers } = seen[0] as IncomingMessage
  expect(headers).toMatchObject({
    host: 'parley.example.org',
    'x-forwarded-for': '127.0.0.1',
    'x-forwarded-proto': 'https',
    'x-forwarded-host': 'parley.example.org',
  })
  expect(headers['x-request-id']).toMatch(/^[0-9a-f]{32}$/)
  expect(answer.headers['x-request-id']).toBe(headers['x-request-id'])
  for (const name of ['cookie', 'upgrade', 'forwarded', 'x-middleware-subrequest'])
    expect(headers[name]).toBeUndefined()
})

test('a page is kept, asked for again with its tag, and the client hears what the app says to browsers', async () => {
  answering(200)
  const first = await nginx.ask('/kept')
  expect(first.headers['cache-control']).toBe('public, max-age=0, must-revalidate')
  expect(first.headers['x-parley-cache-control'] ?? first.headers['x-accel-expires']).toBeUndefined()
  expect((await untilKept(nginx, '/kept')).body).toEqual(first.body)
  await until(async () => cacheOf(await nginx.ask('/kept')) === 'REVALIDATED')
  expect((await nginx.ask('/kept')).body).toEqual(first.body)
  expect(seen.at(-1)?.headers['if-none-match']).toBe('"one"')
})

test.each([
  ['not found', 404, {}],
  ['a redirect', 307, { location: '/elsewhere' }],
  ['a fault', 500, {}],
  ['a page that sets a cookie', 200, { 'set-cookie': 'session=1' }],
  ['a page for one reader', 200, { 'cache-control': 'private, no-store' }],
])('never kept: %s', async (what, status, headers) => {
  answering(status, headers)
  const path = `/never/${encodeURIComponent(what)}`
  for (let at = 1; at <= 3; at++) {
    expect((await nginx.ask(path)).status).toBe(status)
    expect(seen.length).toBe(at)
  }
})

test.each(['/desk', '/desk/entries', '/api/auth/session'])(
  '%s is for one reader: cookies pass, nothing is kept',
  async (path) => {
    answering(200)
    for (let at = 1; at <= 3; at++)
      await nginx.ask(path, { headers: { cookie: 'state=1', 'next-router-state-tree': 'x' } })
    expect(seen.length).toBe(3)
    expect(seen[0]?.headers).toMatchObject({ cookie: 'state=1', 'next-router-state-tree': 'x' })
  },
)

test('who is signed in gets a page from the app, and leaves none behind', async () => {
  answering(200)
  await untilKept(nginx, '/signed')
  const cookie = '__Host-session=secret'
  expect(cacheOf(await nginx.ask('/signed', { headers: { cookie } }))).toBe('BYPASS')
  expect(seen.at(-1)?.headers.cookie).toBe(cookie)
  await nginx.ask('/signed-first', { headers: { cookie } })
  expect(cacheOf(await nginx.ask('/signed-first'))).toBe('MISS')
})

test('what the answer depends on is in the key; what is not does not reach the app', async () => {
  answering(200)
  const kept = new Map<string, string>()
  for (const [name, path, headers] of [
    ['page', '/key', {}],
    ['data', '/key', { rsc: '1' }],
    ['data of a part', '/key', { rsc: '1', 'next-router-state-tree': 'a' }],
    ['prefetched', '/key', { rsc: '1', 'next-router-prefetch': '1' }],
    ['segment', '/key', { rsc: '1', 'next-router-prefetch': '1', 'next-router-segment-prefetch': '/a' }],
    ['query', '/key?q=1', {}],
    ['spelt otherwise', '/%6Bey', {}],
    ['brotli', '/key', { 'accept-encoding': 'gzip, deflate, br, zstd' }],
    ['gzip', '/key', { 'accept-encoding': 'br;q=0, gzip;q=0.5' }],
  ] as [string, string, Record<string, string>][])
    kept.set(name, (await untilKept(nginx, path, headers)).body.toString())
  expect(new Set(kept.values()).size).toBe(kept.size)
  // On a page these mean nothing, and an invented one must not make another copy.
  const same = await untilKept(nginx, '/key', { 'next-router-state-tree': 'invented', 'accept-encoding': 'identity' })
  expect(same.body.toString()).toBe(kept.get('page'))
  expect(seen.map(({ headers }) => headers['accept-encoding'])).toEqual(
    expect.arrayContaining(['br', 'gzip', undefined]),
  )
  expect(new Set(seen.map(({ headers }) => headers['accept-encoding'])).size).toBe(3)
})

test('writing is refused on public pages, and too much of it everywhere', async () => {
  answering(200)
  for (const method of ['POST', 'PUT', 'DELETE', 'PATCH'])
    expect((await nginx.ask('/ukraine', { method })).status).toBe(405)
  expect(seen.length).toBe(0)
  expect((await nginx.ask('/desk', { method: 'POST', body: 'x'.repeat(300_000) })).status).toBe(200)
  expect((await nginx.ask('/api/auth/x', { method: 'POST', body: 'x'.repeat(300_000) })).status).toBe(413)
  expect((await nginx.ask('/api/v1/import', { method: 'POST', body: 'x'.repeat(300_000) })).status).toBe(200)
  expect(seen.length).toBe(2)
})

test('figures are not reachable; health is asked of the app each time', async () => {
  answering(200)
  for (const path of ['/metrics', '/metrics/', '//metrics', '/%6Detrics'])
    expect((await nginx.ask(path)).status).toBe(404)
  expect(seen.length).toBe(0)
  for (let at = 0; at < 3; at++) for (const path of ['/healthz', '/readyz']) await nginx.ask(path)
  expect(seen.length).toBe(6)
})

test('without TLS only the way to it; by another name nothing', async () => {
  const say = (text: string) =>
    new Promise<string>((done) => {
      let heard = ''
      const socket = connect(nginx.http, '127.0.0.1', () => socket.write(text))
      socket.on('data', (part) => {
        heard += part
      })
      socket.on('close', () => done(heard))
    })
  const moved = await say('GET /ukraine?q=1 HTTP/1.0\r\nHost: parley.example.org\r\n\r\n')
  expect(moved).toMatch(/^HTTP\/1.1 301 .*\r\nLocation: https:\/\/parley\.example\.org\/ukraine\?q=1\r\n/s)
  expect(await say('GET / HTTP/1.0\r\nHost: evil.example\r\n\r\n')).toBe('')
})

test('a page that fails is served as it was', async () => {
  answering(200)
  const whole = await untilKept(nginx, '/stale')
  answering(500)
  await until(async () => {
    const answer = await nginx.ask('/stale')
    expect(answer).toMatchObject({ status: 200, body: whole.body })
    return cacheOf(answer) === 'STALE'
  })
})

test('what was withdrawn does not come back when the app fails', async () => {
  answering(200)
  await untilKept(nginx, '/withdrawn')
  answering(410)
  await until(async () => (await nginx.ask('/withdrawn')).status === 410)
  answering(500)
  await until(async () => {
    const answer = await nginx.ask('/withdrawn')
    expect(answer.status).toBe(410)
    return cacheOf(answer) === 'STALE'
  })
})

test('one address cannot flood the interface', async () => {
  answering(200)
  const many = await Promise.all(Array.from({ length: 80 }, (_, at) => nginx.ask(`/api/v1/flood?at=${at}`)))
  expect(many.some(({ status }) => status === 429)).toBe(true)
  expect(seen.length).toBeLessThan(80)
})
