import { createHash } from 'node:crypto'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import type pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { withConnection } from '@/lib/db/connection'
import { openDatabase } from '@/lib/db/database'
import { migrate } from '@/lib/db/migrate'
import { readSettings } from '@/lib/settings'
import { type Answer, cacheOf, type Nginx, startNginx, untilKept } from './nginx'
import { endEverything, type Run, start, until } from './parley'
import { startPrimaryAndStandby } from './standby'

// Two processes of Parley behind deploy/nginx.conf, whose public pages read from a streaming standby of PostgreSQL.
let servers: Awaited<ReturnType<typeof startPrimaryAndStandby>>
const apps: Run[] = []
let nginx: Nginx

beforeAll(async () => {
  servers = await startPrimaryAndStandby()
  const { ownerUrl } = servers
  const roles = await openDatabase(readSettings({ DATABASE_URL: ownerUrl }))
  await migrate(ownerUrl, { roles })
  const publicUrl = servers.onStandby(roles.publicUrl)
  await until(() => withConnection(publicUrl, async () => true).catch(() => false)) // the role has to arrive there too
  const env = {
    DATABASE_URL: ownerUrl,
    DATABASE_PUBLIC_URL: publicUrl,
    TRUSTED_PROXIES: '1',
    SITE_URL: 'https://parley.example.org',
    REQUESTS_PER_MINUTE: '20',
  }
  for (let at = 0; at < 2; at++) {
    const app = await start({ env })
    await app.ready()
    apps.push(app)
  }
  nginx = await startNginx(apps.map(({ port }) => port))
})
afterAll(async () => {
  await nginx?.stop()
  for (const app of apps) app.kill('SIGKILL')
  await servers?.stop()
  await servers?.release()
  await endEverything()
})

const PAGE = '/ukraine'
const onPrimary = (sql: string) => withConnection(servers.superUrl, (client: pg.Client) => client.query(sql))
const onStandby = (sql: string) => withConnection(servers.standbySuperUrl, (client: pg.Client) => client.query(sql))
const rename = (name: string) => onPrimary(`update party set name = '${name}' where slug = 'russia'`)

async function ask(app: Run, path = PAGE) {
  const answer = await app.get(path)
  return { status: answer.status, text: await answer.text(), cache: answer.headers.get('x-nextjs-cache') }
}

test('public pages come from the standby', async () => {
  for (const app of apps) expect((await ask(app)).status).toBe(200)
  const readers = "select from pg_stat_activity where usename = 'parley_public'"
  expect((await onStandby(readers)).rowCount).toBeGreaterThan(0)
  expect((await onPrimary(readers)).rowCount).toBe(0)
})

test('a change that has not arrived on the standby makes no page; when it has, every process shows it', async () => {
  for (const app of apps) await until(async () => (await ask(app)).cache === 'HIT')
  await onStandby('select pg_wal_replay_pause()')
  await until(
    async () => (await onStandby('select pg_get_wal_replay_pause_state() as state')).rows[0].state === 'paused',
  )
  const { at } = (await onPrimary('select clock_timestamp()::text as at')).rows[0]
  await rename('Seen from afar')
  // Each process has heard of it and asked how far the primary is.
  const heard = `select from pg_stat_activity where usename = 'parley_app' and query ~ 'pg_current_wal_lsn' and query_start > '${at}'`
  await until(async () => (await onPrimary(heard)).rowCount === apps.length)
  for (const app of apps) {
    const page = await ask(app)
    expect(page.cache).toBe('HIT') // as it was: made now, it would be the old one and pass for new
    expect(page.text).not.toContain('Seen from afar')
  }
  await onStandby('select pg_wal_replay_resume()')
  for (const app of apps) await until(async () => (await ask(app)).text.includes('Seen from afar'), 5_000)
  await until(async () => (await nginx.ask(PAGE)).body.includes('Seen from afar'), 5_000)
})

test('the standby stopped: pages already made are served, others say so; when it is back, all is as new', async () => {
  const [app] = apps as [Run]
  await servers.stop()
  await until(() => app.output().includes('The database has gone away'))
  expect(await ask(app)).toMatchObject({ status: 200, cache: 'HIT' })
  expect((await ask(app, '/ukraine/events')).status).toBe(503)
  expect((await nginx.ask(PAGE)).status).toBe(200)
  await rename('Named meanwhile')
  await servers.start()
  for (const one of apps) await until(() => one.output().includes('The database is back.'))
  for (const one of apps) expect((await ask(one)).text).toContain('Named meanwhile')
  expect((await ask(app, '/ukraine/events')).status).toBe(200)
  // What nginx kept of before is served once more while it fetches the new one.
  await until(async () => (await nginx.ask(PAGE)).body.includes('Named meanwhile'), 5_000)
})

test('a page, its data, its encodings: each kept whole, with the policy of that body', async () => {
  const page = await untilKept(nginx, '/ukraine')
  expect(page.headers['content-type']).toContain('text/html')
  const policy = String(page.headers['content-security-policy'])
  const scripts = [...page.body.toString().matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g)]
  expect(scripts.length).toBeGreaterThan(0)
  for (const [, script = ''] of scripts) expect(policy).toContain(createHash('sha256').update(script).digest('base64'))

  const br = await untilKept(nginx, '/ukraine', { 'accept-encoding': 'gzip, br' })
  expect(br.headers['content-encoding']).toBe('br')
  expect(brotliDecompressSync(br.body)).toEqual(page.body)
  const gzip = await untilKept(nginx, '/ukraine', { 'accept-encoding': 'gzip' })
  expect(gzip.headers['content-encoding']).toBe('gzip')
  expect(gunzipSync(gzip.body)).toEqual(page.body)

  const rsc = { rsc: '1' }
  const moved = await nginx.ask('/ukraine', { headers: rsc })
  expect(moved.status).toBe(307)
  const address = String(moved.headers.location)
  expect((await untilKept(nginx, address, rsc)).headers['content-type']).toContain('text/x-component')
  expect((await untilKept(nginx, address)).headers['content-type']).toContain('text/html')
  expect((await nginx.ask('/ukraine', { headers: rsc })).status).toBe(307)
  expect((await nginx.ask('/ukraine')).headers['content-type']).toContain('text/html')

  const script = /\/_next\/static\/[^"]+\.js/.exec(page.body.toString())?.[0] as string
  expect((await untilKept(nginx, script)).headers['cache-control']).toContain('immutable')
  expect(page.headers['strict-transport-security']).toContain('max-age=')
})

test('who asks too often is known by the address that nginx saw', async () => {
  const answers: Answer[] = []
  for (let at = 0; at < 30; at++)
    answers.push(await nginx.ask('/api/v1/absent', { headers: { 'x-forwarded-for': `203.0.113.${at}` } }))
  const refused = answers.find(({ status }) => status === 429)
  expect(refused?.headers['content-type']).toContain('application/problem+json') // the app's refusal, not that of nginx
})

test('one process killed under load, then the other: no reader notices on pages that were asked for before', async () => {
  const pages = ['/', '/ukraine', '/ukraine/shifts', '/sources/tass-2021-12-17', '/e/e001', '/method']
  for (const page of pages) expect((await nginx.ask(page)).status).toBe(200)
  const answers: Answer[] = []
  let loading = true
  const readers = pages.map(async (page) => {
    while (loading) answers.push(await nginx.ask(page))
  })
  const more = (count: number, holds: (answer: Answer) => boolean = () => true) => {
    const from = answers.length
    return until(() => answers.slice(from).filter(holds).length >= count, 60_000)
  }
  await more(30)
  apps[0]?.kill('SIGKILL')
  await more(60)
  expect((await nginx.ask('/ukraine/events')).status).toBe(200) // never asked for before: made by the other one
  apps[1]?.kill('SIGKILL')
  await more(60, (answer) => cacheOf(answer) === 'STALE')
  loading = false
  await Promise.all(readers)
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
  expect((await nginx.ask('/data')).status).toBe(502)
})
