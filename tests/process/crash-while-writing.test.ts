import { spawn } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { withConnection } from '@/lib/db/connection'
import { BATCH } from './batch'
import { dataFolder, endEverything, joinServer, PROJECT, postmasterOf, until } from './parley'

// kill -9 in the middle of writing, ten times over: of the writer, of the database, of both.
const ROUNDS = 10
const data = dataFolder()

afterAll(endEverything)

type Found = { entries: number; halfWritten: number }

async function look(): Promise<Found> {
  const server = await joinServer(data)
  try {
    return await withConnection(server.ownerUrl, async (client: pg.Client) => {
      const { rows } = await client.query(
        `select count(*)::int as entries,
           count(*) filter (where e.live_publication_id is null or e.current_revision_id is null
             or not exists (select from citation c join publication p on p.revision_id = c.revision_id where p.id = e.live_publication_id))::int as "halfWritten"
         from entry e`,
      )
      return rows[0] as Found
    })
  } finally {
    await server.release()
  }
}

test(`nothing acknowledged is lost and nothing half-written stays, ${ROUNDS} times`, async () => {
  let kept = 0
  for (let round = 0; round < ROUNDS; round++) {
    let acknowledged = kept
    const writer = spawn(
      process.execPath,
      ['--conditions=react-server', '--import', 'tsx', 'tests/process/writer.ts', String(kept)],
      {
        cwd: PROJECT,
        env: { PATH: process.env.PATH, HOME: process.env.HOME, NODE_ENV: 'production', PARLEY_DATA: data },
        stdio: ['ignore', 'pipe', 'ignore'],
      },
    )
    const ended = new Promise((done) => writer.once('close', done))
    writer.stdout.on('data', (text: Buffer) => {
      for (const [, count] of text.toString().matchAll(/acknowledged (\d+)\n/g)) acknowledged = Number(count)
    })
    const before = kept
    await until(() => acknowledged >= before + BATCH * 3, 60_000)
    // At no moment in particular of a transaction: rounds differ by some milliseconds.
    await sleep(7 * round)
    const server = postmasterOf(data)
    if (round % 3 !== 0) process.kill(server?.pid as number, 'SIGKILL')
    if (round % 3 !== 1) writer.kill('SIGKILL')
    await ended

    const found = await look()
    expect(found.entries, `round ${round}: acknowledged ${acknowledged}`).toBeGreaterThanOrEqual(acknowledged)
    // A transaction that was committed but not yet acknowledged may be there; part of one may not.
    expect(found.entries).toBeLessThanOrEqual(acknowledged + BATCH)
    expect(found.entries % BATCH).toBe(0)
    expect(found.halfWritten).toBe(0)
    kept = found.entries
  }
  expect(kept).toBeGreaterThanOrEqual(ROUNDS * BATCH * 3)
})
