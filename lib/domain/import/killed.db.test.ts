// kill -9 in the middle of an import: nothing of it is there, and it can be run again.
import { spawn } from 'node:child_process'
import { expect, test } from 'vitest'
import { appClient } from '@/lib/db/client'
import { testDatabase } from '@/tests/database'
import { person } from '@/tests/made/desk'
import { bytesOf, csvOf, IMPORTED, makeGround, makeRows } from '@/tests/made/import-file'
import { beginImport } from './begin-import'
import { getImport } from './queries'
import { runImport } from './run-import'

await testDatabase()

test('killed when it has made some, it leaves none', async () => {
  await makeGround(10, 10)
  const author = person('researcher')
  const bytes = bytesOf(csvOf(makeRows({ parties: 10, demands: 10, each: 20 })))
  const { id } = await beginImport(author, { negotiation: IMPORTED, fileName: 'made.csv', bytes })
  const run = spawn(
    process.execPath,
    ['--conditions=react-server', '--import', 'tsx', 'tests/made/run-import.ts', id],
    {
      stdio: 'inherit',
    },
  )
  const ended = new Promise<string | null>((done) => run.once('exit', (_, signal) => done(signal)))
  const db = appClient()
  // The fourth lot is about to be written: three are, in a transaction that nobody else sees.
  await expect
    .poll(async () => (await db.import.findUniqueOrThrow({ where: { id } })).progress, { timeout: 60_000, interval: 2 })
    .toBeGreaterThanOrEqual(750)
  run.kill('SIGKILL')
  expect(await ended).toBe('SIGKILL')
  expect(await db.draft.count()).toBe(0)
  expect(await db.audit.count({ where: { action: 'run import' } })).toBe(0)

  await db.import.update({ where: { id }, data: { progressAt: new Date(Date.now() - 31_000) } })
  const { state, version } = await getImport(author, id)
  expect(state).toBe('interrupted')
  await runImport(author, { id, version })
  expect(await db.draft.count({ where: { importId: id } })).toBe(2_000)
}, 90_000)
