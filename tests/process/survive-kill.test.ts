import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { chownSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { withConnection } from '@/lib/db/connection'
import { dataFolder, endEverything, isGone, isRoot, joinServer, postmasterOf, start, until } from './parley'

// kill -9 of the app, of the database, of both: it starts again by itself, and nothing acknowledged is lost.
const data = dataFolder()
const written: string[] = []

afterAll(endEverything)

async function write(): Promise<void> {
  const server = await joinServer(data)
  const note = randomUUID()
  await withConnection(server.ownerUrl, async (owner) => {
    await owner.query('create table if not exists kill_test (note text)')
    await owner.query('insert into kill_test values ($1)', [note])
  })
  written.push(note)
  await server.release()
}

async function readBack(): Promise<string[]> {
  const server = await joinServer(data)
  const { rows } = await withConnection(server.ownerUrl, (owner) => owner.query('select note from kill_test'))
  await server.release()
  return rows.map(({ note }) => note)
}

const killServer = (): number => {
  const pid = postmasterOf(data)?.pid as number
  process.kill(pid, 'SIGKILL')
  return pid
}

test('the app killed: the next start uses the database that is left, and stops it at the end', async () => {
  const killed = await start({ data })
  await killed.ready()
  await write()
  const server = postmasterOf(data)
  killed.kill('SIGKILL')
  await killed.exited
  expect(postmasterOf(data)?.pid).toBe(server?.pid)

  const again = await start({ data, env: { PORT: String(killed.port) } })
  await again.ready()
  expect(again.output()).toContain('already running')
  expect((await again.get()).status).toBe(200)
  expect(await readBack()).toEqual(written)
  again.kill('SIGTERM')
  expect(await again.exited).toBe(0)
  expect(postmasterOf(data)).toBeNull()
})

test('the database killed under a running app: pages are still served, and the app starts it again', async () => {
  const parley = await start({ data })
  await parley.ready()
  expect((await parley.get()).status).toBe(200)
  await write()
  killServer()
  expect((await parley.get()).status).toBe(200)
  await until(() => parley.output().includes('The database is back.'))
  expect(parley.output()).toContain('has been started again')
  const page = await parley.get()
  expect(page.status).toBe(200)
  expect(page.headers.get('x-nextjs-cache')).toBe('MISS')
  expect(await readBack()).toEqual(written)
  parley.kill('SIGTERM')
  expect(await parley.exited).toBe(0)
  expect(postmasterOf(data)).toBeNull()
})

test('both killed', async () => {
  const killed = await start({ data })
  await killed.ready()
  await write()
  killed.kill('SIGKILL')
  const server = killServer()
  await killed.exited
  await until(() => isGone(server))

  const again = await start({ data })
  await again.ready()
  expect((await again.get()).status).toBe(200)
  expect(await readBack()).toEqual(written)
  again.kill('SIGTERM')
  expect(await again.exited).toBe(0)
})

test('both killed, and the pid of the database given to another program, as after a restart of a container', async () => {
  // PostgreSQL takes such a pid for a server only when the program is of its own user, so all of this is done by one.
  const uid = isRoot ? 65534 : undefined
  const folder = dataFolder()
  mkdirSync(folder)
  if (uid) chownSync(folder, uid, uid)
  const options = { data: folder, uid, env: { HOME: dirname(folder) } }
  const file = join(folder, 'database', 'postmaster.pid')
  const first = await start(options)
  await first.ready()
  const before = readFileSync(file, 'utf8')
  first.kill('SIGTERM')
  await first.exited

  const other = spawn('sleep', ['1000'], { uid, gid: uid })
  writeFileSync(file, before.replace(/^\d+/, String(other.pid)))
  const again = await start(options)
  await again.ready()
  expect((await again.get()).status).toBe(200)
  again.kill('SIGTERM')
  expect(await again.exited).toBe(0)
  expect(isGone(other.pid as number)).toBe(false)
  other.kill()
})
