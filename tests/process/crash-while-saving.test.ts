import { spawn } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { appClient, closeClients } from '@/lib/db/client'
import { openDatabase } from '@/lib/db/database'
import { migrate } from '@/lib/db/migrate'
import { startDraft } from '@/lib/domain/draft/start-draft'
import { readSettings } from '@/lib/settings'
import type { Addresses } from '@/tests/addresses'
import { makeDesk, NEGOTIATION, person } from '@/tests/made/desk'
import { dataFolder, endEverything, PROJECT, postmasterOf, until } from './parley'

// kill -9 in the middle of saving a draft, 25 times over: of the process that saves, and in every fifth round of the database.
const ROUNDS = 25
const data = dataFolder()

/** Opens the database for a moment, starting it again where it was killed. */
async function withDatabase<Result>(work: (database: Addresses) => Promise<Result>): Promise<Result> {
  const database = await openDatabase(readSettings({ PARLEY_DATA: data }))
  process.env.DATABASE_APP_URL = database.appUrl
  try {
    return await work(database)
  } finally {
    await closeClients()
    await database.close()
  }
}

let id = ''
beforeAll(async () => {
  id = await withDatabase(async (database) => {
    await migrate(database.ownerUrl, { roles: database })
    await makeDesk()
    return (await startDraft(person('researcher'), { negotiation: NEGOTIATION, source: null, entry: null })).id
  })
})
afterAll(endEverything)

test(`no save that was acknowledged is lost, ${ROUNDS} times`, async () => {
  let version = 1
  for (let round = 0; round < ROUNDS; round++) {
    const saver = spawn(
      process.execPath,
      ['--conditions=react-server', '--import', 'tsx', 'tests/process/saver.ts', id, String(version)],
      {
        cwd: PROJECT,
        env: { PATH: process.env.PATH, HOME: process.env.HOME, NODE_ENV: 'production', PARLEY_DATA: data },
        stdio: ['ignore', 'pipe', 'ignore'],
      },
    )
    const ended = new Promise((done) => saver.once('close', done))
    let acknowledged = version
    saver.stdout.on('data', (text: Buffer) => {
      for (const [, count] of text.toString().matchAll(/acknowledged (\d+)\n/g)) acknowledged = Number(count)
    })
    const before = version
    await until(() => acknowledged >= before + 5, 60_000)
    // At no moment in particular of a save: rounds differ by some milliseconds.
    await sleep(round % 7)
    if (round % 5 === 4) process.kill(postmasterOf(data)?.pid as number, 'SIGKILL')
    saver.kill('SIGKILL')
    await ended

    const draft = await withDatabase(() => appClient().draft.findUniqueOrThrow({ where: { id } }))
    expect(draft.version, `round ${round}`).toBeGreaterThanOrEqual(acknowledged)
    // The one under way may have arrived without our hearing of it.
    expect(draft.version).toBeLessThanOrEqual(acknowledged + 1)
    expect(draft.content).toMatchObject({ summary: `saved as version ${draft.version}` })
    version = draft.version
  }
  expect(version).toBeGreaterThan(ROUNDS * 5)
})
