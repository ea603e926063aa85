import { afterAll, beforeAll, expect, test } from 'vitest'
import { dataFolder, endEverything, freePort, type Run, start, until } from './parley'

// What those who run the site see of it: health, a line for each request, numbers for Prometheus, a stop that warns first.
let parley: Run
let metricsPort: number

beforeAll(async () => {
  metricsPort = await freePort()
  parley = await start({
    data: dataFolder(),
    env: { METRICS_PORT: String(metricsPort), REQUESTS_PER_MINUTE: '3', TRUSTED_PROXIES: '1', DRAIN_SECONDS: '2' },
  })
  await parley.ready()
})
afterAll(endEverything)

type Line = { level: string; time: string; id: string; path?: string; message: string } & Record<string, unknown>

const lines = (): Line[] =>
  parley
    .output()
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line))

async function metric(name: string): Promise<number> {
  const text = await (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text()
  const line = text.split('\n').find((one) => one.startsWith(`${name} `))
  if (!line) throw new Error(`No ${name} in\n${text}`)
  return Number(line.split(' ').at(-1))
}

test('alive and ready, by GET and HEAD, never from a cache', async () => {
  for (const path of ['/healthz', '/readyz'])
    for (const method of ['GET', 'HEAD']) {
      const answer = await fetch(`${parley.url}${path}`, { method })
      expect([answer.status, await answer.text()]).toEqual([200, method === 'GET' ? 'ok\n' : ''])
      expect(answer.headers.get('cache-control')).toBe('no-store')
    }
})

test('one line of JSON for each request, with its number and nothing about who asked', async () => {
  const headers = {
    'x-request-id': 'from-the-proxy-1',
    'x-forwarded-for': '203.0.113.9',
    cookie: 'a=personal',
    referer: 'https://personal.example/',
    'user-agent': 'personal',
  }
  const answer = await fetch(`${parley.url}/ukraine?words=personal`, { headers })
  await answer.arrayBuffer()
  expect(answer.headers.get('x-request-id')).toBe('from-the-proxy-1')
  await until(() => lines().some(({ id }) => id === 'from-the-proxy-1'))
  expect(lines().filter(({ id }) => id === 'from-the-proxy-1')).toEqual([
    {
      level: 'info',
      time: expect.stringMatching(/^\d{4}-.*Z$/),
      id: 'from-the-proxy-1',
      method: 'GET',
      path: '/ukraine',
      status: 200,
      ms: expect.any(Number),
      bytes: expect.any(Number),
      cache: 'miss',
      message: 'request',
    },
  ])
  expect(parley.output()).not.toMatch(/personal|203\.0\.113\.9|healthz|readyz/)
})

test('Prometheus counts requests by kind of address, the page cache, refusals and connections', async () => {
  const before = await metric('parley_http_requests_total{method="GET",status="2xx",group="compare"}')
  const hits = await metric('parley_page_cache_requests_total{found="hit"}')
  await (await parley.get('/ukraine')).arrayBuffer()
  for (let at = 0; at < 5; at++) await (await parley.get(`/api/v1/absent-${at}`)).arrayBuffer()
  await until(async () => (await metric('parley_rate_limit_refusals_total')) === 2)
  expect(await metric('parley_http_requests_total{method="GET",status="2xx",group="compare"}')).toBe(before + 1)
  expect(await metric('parley_http_requests_total{method="GET",status="4xx",group="api"}')).toBe(5)
  expect(await metric('parley_http_request_duration_seconds_count{group="api"}')).toBe(5)
  expect(await metric('parley_page_cache_requests_total{found="hit"}')).toBe(hits + 1)
  expect(await metric('parley_page_cache_entries')).toBeGreaterThan(0)
  expect(await metric('parley_page_cache_bytes')).toBeGreaterThan(0)
  expect(await metric('parley_record_reachable')).toBe(1)
  expect(await metric('parley_publications_heard_total')).toBe(0)
  expect(await metric('parley_database_connections{role="public",state="waiting"}')).toBe(0)
  expect(await metric('process_resident_memory_bytes')).toBeGreaterThan(0)
  const text = await (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text()
  expect(text).not.toMatch(/ukraine|absent/)
  expect((await fetch(`http://127.0.0.1:${metricsPort}/`)).status).toBe(404)
  expect((await parley.get('/metrics')).status).toBe(404)
})

test('a port for metrics that cannot be had is named before anything slow is done', async () => {
  const refusal = async (env: Record<string, string>) => {
    const second = await start({ data: dataFolder(), env })
    expect(await second.exited).toBe(1)
    expect(second.output()).not.toContain('Database')
    return second.output()
  }
  const taken = String(metricsPort)
  expect(await refusal({ METRICS_PORT: taken })).toContain(`METRICS_PORT=${taken} is taken by another program`)
  const free = String(await freePort())
  expect(await refusal({ PORT: free, METRICS_PORT: free })).toContain(`PORT and METRICS_PORT are both ${free}`)
})

test('a stop says so at /readyz while it still serves, then ends with everything it opened', async () => {
  parley.kill('SIGTERM')
  await until(async () => (await parley.get('/readyz')).status === 503)
  expect(await (await parley.get('/readyz')).text()).toBe('This process is stopping.\n')
  expect((await parley.get('/healthz')).status).toBe(200)
  const page = await parley.get('/ukraine')
  expect([page.status, page.headers.get('connection')]).toEqual([200, 'close'])
  expect(await parley.exited).toBe(0)
  await expect(fetch(`http://127.0.0.1:${metricsPort}/metrics`)).rejects.toThrow()
  expect(lines().at(-1)).toMatchObject({ path: '/ukraine' })
})
