import { execFileSync } from 'node:child_process'
import { chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { canEnter } from '@/lib/db/embedded/account'
import { findPlace } from '@/lib/db/embedded/place'
import { findPostmaster } from '@/lib/db/embedded/postmaster'
import { dataFolder, endEverything, isRoot, PROJECT, postmasterOf, start } from './parley'

const NOBODY = { name: 'nobody', uid: 65534, gid: 65534 }

afterAll(endEverything)

test('as root the server runs under another account, as an ordinary user under our own', async () => {
  const data = dataFolder()
  const parley = await start({ data })
  await parley.ready()
  const owner = statSync(`/proc/${postmasterOf(data)?.pid}`, { throwIfNoEntry: false })?.uid
  if (isRoot) expect(owner).not.toBe(0)
  else if (owner !== undefined) expect(owner).toBe(process.getuid?.())
  expect((statSync(join(data, 'password')).mode & 0o077).toString(8)).toBe('0')
  parley.kill('SIGTERM')
  expect(await parley.exited).toBe(0)
})

test('an ordinary user', async () => {
  if (!isRoot) return console.log('Not checked: we are an ordinary user, and all the other tests are this test.')
  if (!canEnter(NOBODY, PROJECT)) return console.log(`Not checked: ${PROJECT} is closed to ordinary users.`)
  const data = dataFolder()
  mkdirSync(data)
  chownSync(data, NOBODY.uid, NOBODY.gid)
  const parley = await start({ data, uid: NOBODY.uid, env: { HOME: dirname(data) } })
  await parley.ready()
  expect((await parley.get()).status).toBe(200)
  expect(statSync(join(data, 'database')).uid).toBe(NOBODY.uid)
  parley.kill('SIGTERM')
  expect(await parley.exited).toBe(0)
})

test('a project in a folder that only root may enter', async () => {
  if (!isRoot) return console.log('Not checked: only root can make a folder that only root may enter.')
  const closed = mkdtempSync(join(tmpdir(), 'parley-closed-')) // 0700
  const project = join(closed, 'parley')
  mkdirSync(project)
  for (const name of readdirSync(PROJECT))
    if (!['.git', '.parley'].includes(name)) execFileSync('cp', ['-al', join(PROJECT, name), project])
  const place = findPlace(join(project, '.parley'))
  try {
    const parley = await start({ cwd: project })
    await parley.ready()
    expect(parley.output()).toContain(`data in ${place.home}`)
    expect(place.home).toMatch(/^\/var\/lib\/parley-/)
    expect((await parley.get()).status).toBe(200)
    parley.kill('SIGTERM')
    expect(await parley.exited).toBe(0)
    expect(findPostmaster(place.data)).toBeNull()
    expect(existsSync(join(project, '.parley', 'database'))).toBe(false)
  } finally {
    rmSync(closed, { recursive: true, force: true })
    rmSync(place.outside, { recursive: true, force: true })
  }
})
