import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { thisProcess } from './identity'
import { tryLock, withLock } from './lock'

const folder = mkdtempSync(join(tmpdir(), 'parley-lock-'))
afterAll(() => rmSync(folder, { recursive: true }))

test('a lock is held by one, who is named to the others', () => {
  const file = join(folder, 'held')
  const got = tryLock(file, 'a note')
  expect(tryLock(file)).toEqual({ holder: { ...thisProcess(), note: 'a note' } })
  if ('release' in got) got.release()
  expect(existsSync(file)).toBe(false)
})

test.each([
  ['a dead process', { pid: 2 ** 22 + 1, started: '1', note: '' }],
  ['a pid that was used again', { ...thisProcess(), started: '1', note: '' }],
])('a lock of %s counts as free', (_, holder) => {
  const file = join(folder, 'stale')
  writeFileSync(file, JSON.stringify(holder))
  const got = tryLock(file)
  expect(got).toHaveProperty('release')
  if ('release' in got) got.release()
})

test('those who wait come in one after the other', async () => {
  let inside = 0
  let most = 0
  const visit = async () => {
    most = Math.max(most, ++inside)
    await new Promise((done) => setTimeout(done, 5))
    inside--
  }
  await Promise.all(Array.from({ length: 5 }, () => withLock(join(folder, 'queue'), visit)))
  expect(most).toBe(1)
})
