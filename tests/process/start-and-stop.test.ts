import { createServer } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { withConnection } from '@/lib/db/connection'
import { dataFolder, endEverything, freePort, isGone, joinServer, postmasterOf, type Run, start, until } from './parley'

// One data folder and one build for all: each test finds what the one before has left, as a person would.
const data = dataFolder()

afterAll(endEverything)

describe('a start', () => {
  let first: Run

  beforeAll(async () => {
    first = await start({ data })
    await first.ready()
  })

  test('makes the database, fills it, and serves', async () => {
    expect(first.output()).toMatch(/Database +embedded PostgreSQL 18.* \d+\.\d s/)
    expect(first.output()).toMatch(/Schema +applied /)
    expect(first.output()).toMatch(/Record +/)
    expect((await first.get()).status).toBe(200)
  })

  test('a second one on the same port says so and leaves the first unharmed', async () => {
    const second = await start({ data, env: { PORT: String(first.port) } })
    expect(await second.exited).toBe(1)
    expect(second.output()).toContain(
      `Parley is already running at http://localhost:${first.port} (process ${first.pid})`,
    )
    expect((await first.get()).status).toBe(200)
  })

  test('a second one on another port shares database and build, and may go first', async () => {
    const second = await start({ data })
    await second.ready()
    expect(second.output()).toContain('already running')
    expect((await second.get()).status).toBe(200)
    second.kill('SIGTERM')
    expect(await second.exited).toBe(0)
    expect((await first.get()).status).toBe(200)
    expect(postmasterOf(data)).not.toBeNull()
  })

  test('a port taken by another program is named', async () => {
    const port = await freePort()
    const other = createServer((_req, res) => res.end('something else')).listen(port)
    const second = await start({ data, env: { PORT: String(port) } })
    expect(await second.exited).toBe(1)
    expect(second.output()).toContain(
      `Port ${port} is taken by another program. Choose another: PORT=${port + 1} npm start`,
    )
    expect(await (await fetch(`http://localhost:${port}`)).text()).toBe('something else')
    other.close()
  })

  test('SIGTERM stops app and database', async () => {
    const server = postmasterOf(data)
    first.kill('SIGTERM')
    expect(await first.exited).toBe(0)
    expect(isGone(server?.pid ?? 0)).toBe(true)
    expect(postmasterOf(data)).toBeNull()
  })
})

test('a warm start neither builds nor fills anything again', async () => {
  const parley = await start({ data })
  await parley.ready()
  expect((await parley.get()).status).toBe(200)
  expect(parley.output()).toMatch(/Schema +up to date/)
  expect(parley.output()).not.toMatch(/^ *(Build|Record) /m)
  parley.kill('SIGTERM')
  expect(await parley.exited).toBe(0)
})

test.each(['SIGTERM', 'Ctrl-C'])('npm start: %s leaves no process', async (how) => {
  const parley = await start({ data, npm: true })
  await parley.ready()
  const server = postmasterOf(data)
  if (how === 'Ctrl-C') parley.interrupt()
  else parley.kill('SIGTERM')
  await parley.exited
  await until(() => isGone(server?.pid ?? 0))
  await expect(parley.get()).rejects.toThrow()
})

test('a first start cut short leaves nothing behind, and the next one succeeds', async () => {
  const fresh = dataFolder()
  const cut = await start({ data: fresh })
  await until(() => cut.output().includes('Database'))
  cut.kill('SIGTERM')
  expect(await cut.exited).toBe(143)
  expect(postmasterOf(fresh)).toBeNull()
  const again = await start({ data: fresh })
  await again.ready()
  expect((await again.get()).status).toBe(200)
  again.kill('SIGTERM')
  await again.exited
})

test('two first starts at once share one database', async () => {
  const fresh = dataFolder()
  const both = await Promise.all([start({ data: fresh }), start({ data: fresh })])
  await Promise.all(both.map((one) => one.ready()))
  expect(await Promise.all(both.map(async (one) => (await one.get()).status))).toEqual([200, 200])
  const server = await joinServer(fresh)
  const { rows } = await withConnection(server.ownerUrl, (owner) =>
    owner.query('select count(*)::int as n from negotiation'),
  )
  expect(rows[0].n).toBe(1)
  await server.release()
  for (const one of both) one.kill('SIGTERM')
  await Promise.all(both.map((one) => one.exited))
  expect(postmasterOf(fresh)).toBeNull()
})
