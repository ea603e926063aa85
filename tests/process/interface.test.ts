import { afterAll, beforeAll, expect, test } from 'vitest'
import { dataFolder, endEverything, type Run, start } from './parley'

// The interface, the feeds and the citations as a program meets them: through the whole server, with the record that ships.
const data = dataFolder()
let parley: Run

beforeAll(async () => {
  parley = await start({ data, env: { SITE_URL: 'https://parley.example.org', REQUESTS_PER_MINUTE: '90' } })
  await parley.ready()
})
afterAll(async () => {
  parley?.kill('SIGTERM')
  await parley?.exited
  await endEverything()
})

const ask = (path: string, init: RequestInit = {}) => fetch(`${parley.url}${path}`, init)
const N = '/api/v1/negotiations/ukraine'

test.each([
  ['/api/v1/negotiations', 'application/json'],
  [N, 'application/json'],
  [`${N}/positions`, 'application/json'],
  [`${N}/positions?asOf=2025-06-01&party=russia,ukraine&onRecord=true`, 'application/json'],
  [`${N}/positions.csv`, 'text/csv'],
  [`${N}/shifts?from=2025-01-01&limit=5`, 'application/json'],
  [`${N}/shifts.csv`, 'text/csv'],
  [`${N}/entries?stance=rejects`, 'application/json'],
  [`${N}/entries.csv`, 'text/csv'],
  ['/api/v1/entries/e001', 'application/json'],
  ['/api/v1/sources?grade=B', 'application/json'],
  ['/api/v1/sources.csv', 'text/csv'],
  ['/api/v1/sources/tass-2021-12-17', 'application/json'],
  ['/api/v1/openapi.json', 'application/json'],
  ['/feeds/ukraine.atom', 'application/atom+xml'],
  ['/feeds/ukraine.json', 'application/feed+json'],
  ['/feeds/ukraine/party/russia.atom', 'application/atom+xml'],
  ['/feeds/ukraine/demand/nato-troops.json', 'application/feed+json'],
  ['/e/e001/cite.txt', 'text/plain'],
  ['/e/e001/cite.bib', 'application/x-bibtex'],
  ['/e/e001/cite.ris', 'application/x-research-info-systems'],
  ['/e/e001/cite.csl.json', 'application/vnd.citationstyles.csl+json'],
  ['/ukraine/on/2025-12-14/cite.txt', 'text/plain'],
])('%s is %s, readable from anywhere, and asked again is not sent again', async (path, type) => {
  const answer = await ask(path)
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-type')).toContain(type)
  expect(answer.headers.get('access-control-allow-origin')).toBe('*')
  expect(answer.headers.get('cross-origin-resource-policy')).toBe('cross-origin')
  expect((await answer.text()).length).toBeGreaterThan(80)
  const etag = answer.headers.get('etag')
  if (etag) expect((await ask(path, { headers: { 'if-none-match': etag } })).status).toBe(304)
  else expect(path).toMatch(/cite\.(bib|ris)$/) // media types that are not compressed pass by the ETag
})

test('the interface is described on a page', async () => {
  const page = await (await ask('/api')).text()
  for (const word of ['positions.csv', 'knownAt', 'openapi.json', 'POST /api/v1/import']) expect(page).toContain(word)
})

test.each([
  ['GET', '/api/v1/absent', 404],
  ['GET', '/api/absent', 404],
  ['GET', '/api/v1/entries/absent', 404],
  ['GET', '/feeds/absent.atom', 404],
  ['GET', '/feeds/ukraine.rss', 404],
  ['GET', '/e/e001/cite.doc', 404],
  ['GET', `${N}/positions?colour=red`, 400],
  ['POST', `${N}/positions`, 405],
  ['DELETE', '/api/v1/entries/e001', 405],
])('%s %s is a problem with status %i', async (method, path, status) => {
  const answer = await ask(path, { method })
  expect(answer.status).toBe(status)
  expect(answer.headers.get('content-type')).toContain('application/problem+json')
  expect(answer.headers.get('access-control-allow-origin')).toBe('*')
  expect(await answer.json()).toMatchObject({ status, title: expect.any(String), detail: expect.any(String) })
})

test.each<[string, Record<string, string>, number]>([
  ['/api/v1/sources', {}, 401],
  ['/api/v1/entries', { cookie: '__Host-parley-session=x; parley-session=x' }, 401],
  ['/api/v1/import?negotiation=ukraine', { authorization: `Bearer parley_${'x'.repeat(43)}` }, 401],
  ['/api/v1/entries', { 'next-action': 'x' }, 405],
  ['/api/v1/entries', { body: 'x'.repeat(256 * 1024 + 1) }, 413],
])(
  'POST %s with %o is a problem, for no other site to read, with status %i',
  async (path, { body = '{}', ...headers }, status) => {
    const answer = await ask(path, {
      method: 'POST',
      body,
      headers: {
        'content-type': 'application/json',
        'idempotency-key': 'k',
        origin: 'https://elsewhere.example',
        ...headers,
      },
    })
    expect(answer.status).toBe(status)
    expect(answer.headers.get('content-type')).toContain('application/problem+json')
    expect(answer.headers.get('access-control-allow-origin')).toBeNull()
    expect(answer.headers.get('set-cookie')).toBeNull()
  },
)

test('no other site may file: the preflight names no POST and no Authorization', async () => {
  for (const path of ['/api/v1/sources', '/api/v1/entries', '/api/v1/import']) {
    const { headers } = await ask(path, { method: 'OPTIONS' })
    expect(headers.get('access-control-allow-methods')).toBe('GET, HEAD, OPTIONS')
    expect(headers.get('access-control-allow-headers')).toBe('if-none-match')
  }
})

test('a browser of another site may ask beforehand, and HEAD is answered as GET', async () => {
  const preflight = await ask(`${N}/positions`, { method: 'OPTIONS' })
  expect(preflight.status).toBe(204)
  expect(preflight.headers.get('access-control-allow-methods')).toContain('GET')
  const head = await ask(`${N}/positions`, { method: 'HEAD' })
  expect(head.status).toBe(200)
  expect(head.headers.get('last-modified')).toBeTruthy()
})

test('who asks too often is told when to come back, and pages stay open', async () => {
  let refused: Response | undefined
  for (let at = 0; at < 200 && !refused; at++) {
    const answer = await ask('/api/v1/absent')
    if (answer.status === 429) refused = answer
    await answer.arrayBuffer().catch(() => {})
  }
  expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThan(0)
  expect(refused?.headers.get('content-type')).toContain('application/problem+json')
  expect((await ask('/ukraine')).status).toBe(200)
})
