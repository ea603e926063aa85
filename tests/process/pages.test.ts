import { createHash } from 'node:crypto'
import { request } from 'node:http'
import { connect } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { withConnection } from '@/lib/db/connection'
import { POLICY_FOR_FILES } from '@/lib/http/security-headers'
import { KINDS, type Kind, WITHDRAWN } from './kinds-of-address'
import { dataFolder, endEverything, joinServer, type Run, start, until } from './parley'
import { withdraw } from './unpublished'

// What leaves the server: headers, compression, and pages that are as new as the record.
const data = dataFolder()
let parley: Run

beforeAll(async () => {
  parley = await start({ data, env: { SITE_URL: 'https://parley.example.org' } })
  await parley.ready()
  const server = await joinServer(data)
  await withConnection(server.ownerUrl, (owner) => withdraw(owner, WITHDRAWN))
  await server.release()
})
afterAll(async () => {
  parley?.kill('SIGTERM')
  await parley?.exited
  await endEverything()
})

/** A request as it is on the wire; fetch would decode, follow and hide. */
function ask(path: string, options: { method?: string; headers?: Record<string, string> } = {}) {
  return new Promise<{ status?: number; headers: Record<string, unknown>; body: Buffer }>((done, fail) => {
    const sent = request(`${parley.url}${path}`, { agent: false, ...options }, (res) => {
      const chunks: Buffer[] = []
      res.on('data', (chunk) => chunks.push(chunk))
      res.on('end', () => done({ status: res.statusCode, headers: res.headers, body: Buffer.concat(chunks) }))
    })
    sent.on('error', fail).end()
  })
}

const scriptOfPage = async () => /\/_next\/static\/[^"]+\.js/.exec((await ask('/')).body.toString())?.[0] as string

const cacheState = async () => (await ask('/')).headers['x-nextjs-cache']

test('the policy names every inline script of the page, and allows no other', async () => {
  const { headers, body } = await ask('/')
  const policy = String(headers['content-security-policy'])
  expect(policy).toContain("default-src 'none'")
  expect(policy).not.toContain('unsafe')
  const scripts = [...body.toString().matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g)]
  expect(scripts.length).toBeGreaterThan(0)
  for (const [, script = ''] of scripts) expect(policy).toContain(createHash('sha256').update(script).digest('base64'))
})

/** The tests of MDN's HTTP Observatory and the active list of the OWASP Secure Headers Project. */
const SAFE = {
  'strict-transport-security': 'max-age=63072000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'x-permitted-cross-domain-policies': 'none',
  'x-dns-prefetch-control': 'off',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
  'permissions-policy': expect.stringContaining('camera=()'),
  'x-request-id': expect.stringMatching(/^[\da-f-]{36}$/),
  'set-cookie': undefined,
  'x-powered-by': undefined,
  server: undefined,
}
const POLICY_OF_PAGE =
  /^default-src 'none'; script-src 'self'( 'sha256-[\w+/]+=*')*; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'$/

test.each([...KINDS, { what: 'chunk', path: '', policy: POLICY_FOR_FILES } as Kind])(
  'headers for safety: $what $path',
  async ({ path, method = 'GET', status = 200, policy, readableBy = 'same-origin', headers = {} }) => {
    const answer = await ask(path || (await scriptOfPage()), { method })
    expect(answer.status).toBe(status)
    for (const [name, value] of Object.entries({ ...SAFE, ...headers }))
      expect(answer.headers[name], name).toEqual(value)
    expect(answer.headers['cross-origin-resource-policy']).toBe(readableBy)
    expect(answer.headers['access-control-allow-origin']).toBe(readableBy === 'cross-origin' ? '*' : undefined)
    if (policy === 'page') expect(answer.headers['content-security-policy']).toMatch(POLICY_OF_PAGE)
    else expect(answer.headers['content-security-policy']).toBe(policy)
  },
)

test('compressed as the client likes, with one ETag, answered 304', async () => {
  const plain = await ask('/')
  expect(plain.headers['content-encoding']).toBeUndefined()
  for (const encoding of ['br', 'gzip']) {
    const answer = await ask('/', { headers: { 'accept-encoding': encoding } })
    expect(answer.headers['content-encoding']).toBe(encoding)
    expect(answer.headers['content-length']).toBe(String(answer.body.length))
    expect(answer.body.length).toBeLessThan(plain.body.length / 2)
    expect(answer.headers.etag).toBe(plain.headers.etag)
  }
  const again = await ask('/', { headers: { 'if-none-match': String(plain.headers.etag) } })
  expect(again.status).toBe(304)
  expect(again.body.length).toBe(0)
  expect(again.headers['content-security-policy']).toBe(plain.headers['content-security-policy'])
})

test('HEAD has the headers of GET', async () => {
  for (const path of ['/', await scriptOfPage()]) {
    await ask(path)
    const [get, head] = [await ask(path), await ask(path, { method: 'HEAD' })]
    expect(head.body.length).toBe(0)
    expect(head.status).toBe(get.status)
    for (const answer of [get, head]) for (const name of ['date', 'x-request-id']) delete answer.headers[name]
    expect(head.headers).toEqual(get.headers)
  }
})

test('public pages take no POST, no action, no upgrade', async () => {
  expect((await ask('/', { method: 'POST' })).status).toBe(405)
  expect((await ask('/', { headers: { 'next-action': 'x' } })).status).toBe(405)
  const said = await new Promise<string>((done) => {
    const socket = connect(parley.port, 'localhost', () =>
      socket.write('GET / HTTP/1.1\r\nhost: x\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n'),
    )
    socket.on('data', (text) => done(String(text)))
  })
  expect(said).toMatch(/^HTTP\/1.1 400/)
})

test('what the first reader of a page asked for is not handed to the others', async () => {
  for (const path of ['/ukraine/on/2025-01-07', '/absent']) {
    expect((await ask(`${path}?words=typed-by-somebody`)).body.toString()).not.toContain('typed-by-somebody')
    expect((await ask(path)).body.toString()).not.toContain('typed-by-somebody')
  }
  // The page for what is not there is one and the same, whoever asked for it first, and in whatever form.
  const [asPart, ...pages] = [
    await ask('/typed/by/somebody/else/entirely', { headers: { rsc: '1' } }),
    await ask('/typed/by/somebody/else/entirely'),
    await ask('/typed/by/somebody/else/entirely'),
    await ask('/a/b/c/d/e/f'),
  ]
  expect([asPart.status, asPart.headers['content-type']]).toEqual([404, 'text/x-component'])
  for (const { status, headers, body } of pages) {
    expect([status, headers['content-type']]).toEqual([404, 'text/html; charset=utf-8'])
    expect(body.equals(pages[0]?.body as Buffer)).toBe(true)
    expect(body.toString()).not.toMatch(/typed|somebody|absent/)
  }
})

test('a page that leads on takes what the reader chose along, made and kept', async () => {
  const today = new Date().toISOString().slice(0, 10)
  for (const _ of ['made', 'kept'])
    expect((await ask(`/ukraine/known/${today}?party=russia`)).headers.location).toBe('/ukraine?party=russia')
  expect((await ask(`/ukraine/known/${today}`)).headers.location).toBe('/ukraine')
  expect((await ask('/ukraine/?party=russia')).headers.location).toBe('/ukraine?party=russia')
})

test('a page is made anew after a publication, and only then', async () => {
  await ask('/')
  expect(await cacheState()).toBe('HIT')
  const server = await joinServer(data)
  await withConnection(server.ownerUrl, (owner) => owner.query('notify parley_publication'))
  await server.release()
  await until(async () => (await cacheState()) === 'MISS', 2_000)
  expect(await cacheState()).toBe('HIT')
})

/** The answer for which the page was made; before the publication is heard it still comes from the cache. */
async function untilMade() {
  for (;;) {
    const answer = await ask('/')
    if (answer.headers['x-nextjs-cache'] === 'MISS') return answer
  }
}

test('a page whose making began before a publication does not pass for newer', async () => {
  const server = await joinServer(data)
  await withConnection(server.ownerUrl, async (owner) => {
    await owner.query('notify parley_publication') // so that the next request makes the page
    await owner.query('begin')
    await owner.query('lock table publication in access exclusive mode') // so that its making waits
    const slow = untilMade()
    const waits = "select from pg_locks where not granted and relation = 'publication'::regclass"
    await until(async () => (await owner.query(waits)).rowCount !== 0, 10_000)
    await withConnection(server.ownerUrl, (other) => other.query('notify parley_publication'))
    await owner.query('commit')
    expect((await slow).headers['x-nextjs-cache']).toBe('MISS')
  })
  await server.release()
  expect(await cacheState()).toBe('MISS')
  expect(await cacheState()).toBe('HIT')
})
