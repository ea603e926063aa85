import { spawn } from 'node:child_process'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import type pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { withConnection } from '@/lib/db/connection'
import { openDatabase } from '@/lib/db/database'
import { migrate } from '@/lib/db/migrate'
import { listTables } from '@/lib/db/tables'
import { readSettings } from '@/lib/settings'
import { npmRun } from './npm-run'
import { dataFolder, endEverything, PROJECT, until } from './parley'

// The commands as an operator types them, on the embedded server; and a restoring that is killed.
const file = join(dataFolder(), '..', 'record.backup')

afterAll(endEverything)

const hashIn = (said: string) => /canonical hash ([0-9a-f]{64})/.exec(said)?.[1]

test('the drill: back up, be killed while restoring, restore, the same hash; never over what is there', async () => {
  const data = dataFolder()
  expect((await npmRun(data, 'import', 'data/ukraine.json')).code).toBe(0)
  const saved = await npmRun(data, 'backup', file)
  expect(saved, saved.said).toMatchObject({ code: 0 })
  expect((statSync(file).mode & 0o777).toString(8)).toBe('600')

  const fresh = dataFolder()
  await beKilledWhileRestoring(fresh)
  const restored = await npmRun(fresh, 'restore', file)
  expect(restored, restored.said).toMatchObject({ code: 0 })
  expect(hashIn(saved.said)).toBeTruthy()
  expect(hashIn(restored.said)).toBe(hashIn(saved.said))

  const refused = await npmRun(fresh, 'restore', file)
  expect(refused).toMatchObject({ code: 1, said: expect.stringContaining('not empty') })
  expect(refused.said).not.toMatch(/\n\s+at /)
})

/** kill -9 when every row has been written and the sequences are next: they are held, so it is certain to be there. */
async function beKilledWhileRestoring(data: string): Promise<void> {
  const database = await openDatabase(readSettings({ PARLEY_DATA: data }))
  await migrate(database.ownerUrl, { roles: database })
  await withConnection(database.ownerUrl, async (owner: pg.Client) => {
    await owner.query('begin')
    await owner.query('alter sequence audit_id_seq increment by 1')
    const env = { PATH: process.env.PATH, HOME: process.env.HOME, NODE_ENV: 'production' as const, PARLEY_DATA: data }
    const args = ['--import', 'tsx', 'scripts/restore.ts', file]
    const killed = spawn(process.execPath, args, { cwd: PROJECT, env, stdio: 'ignore' })
    const ended = new Promise((done) => killed.once('close', done))
    const restoring = "select pid from pg_locks where not granted and relation = 'audit_id_seq'::regclass"
    await until(async () => (await owner.query(restoring)).rowCount === 1, 60_000)
    const { pid } = (await owner.query(restoring)).rows[0]
    killed.kill('SIGKILL')
    await ended
    await owner.query('rollback')
    await until(async () => (await owner.query('select from pg_stat_activity where pid = $1', [pid])).rowCount === 0)
    for (const { name } of await listTables(owner))
      expect((await owner.query(`select from "${name}"`)).rowCount, name).toBe(0)
  })
  await database.close()
}
