import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { withConnection } from '@/lib/db/connection'
import type { EmbeddedServer } from '@/lib/db/embedded/server'
import { dataFolder, endEverything, isGone, joinServer, postmasterOf, type Run, start, until } from './parley'

// The database of an operator goes away and comes back, twenty times, while readers read. Parley neither starts nor stops it.
const ROUNDS = 20
/** In how many seconds all must be well again. The aim is 1 s, and the figures are printed; this bound is for a machine that does other things too. */
const WHOLE_WITHIN = 3
const databaseFolder = dataFolder()
let server: EmbeddedServer
let parley: Run

beforeAll(async () => {
  server = await joinServer(databaseFolder)
  parley = await start({ data: dataFolder(), env: { DATABASE_URL: server.ownerUrl, REQUESTS_PER_MINUTE: '0' } })
  await parley.ready()
})
afterAll(async () => {
  await server?.release()
  await endEverything()
})

const KEPT = ['/', '/ukraine', '/ukraine/nato-troops', '/method', '/theme.js']
const DATA = ['/api/v1/negotiations', '/api/v1/entries/e001', '/feeds/ukraine.atom']

type Seen = { path: string; status: number; type: string; retryAfter: string | null; text: string }

async function see(path: string): Promise<Seen> {
  const answer = await parley.get(path)
  const { status, headers } = answer
  const type = headers.get('content-type') ?? ''
  return { path, status, type, retryAfter: headers.get('retry-after'), text: await answer.text() }
}

/** Reads on and on, and keeps what a reader should not have seen. */
function readers(paths: string[], isFine: (seen: Seen) => boolean) {
  let [on, count] = [true, 0]
  const wrong: Seen[] = []
  const reading = Promise.all(
    [1, 2].map(async () => {
      for (let at = 0; on; at++) {
        const seen = await see(paths[at % paths.length] as string)
        count++
        if (!isFine(seen)) wrong.push({ ...seen, text: seen.text.slice(0, 300) })
        await sleep(10) // a bounded load, not a flood
      }
    }),
  )
  return {
    end: async () => {
      on = false
      await reading
      return { count, wrong }
    },
  }
}

const isAnswer = ({ status }: Seen) => status === 200
const isHonest = ({ status, type, retryAfter, text }: Seen) =>
  status === 200 ||
  (status === 503 && type.startsWith('application/problem+json') && Number(retryAfter) > 0 && /just now/.test(text))

async function stopDatabase(signal: 'SIGINT' | 'SIGKILL'): Promise<void> {
  const pid = postmasterOf(databaseFolder)?.pid as number
  process.kill(pid, signal)
  await until(() => isGone(pid))
}

/** Changes what readers see, through the database itself. */
const publish = (title: string) =>
  withConnection(server.ownerUrl, async (owner) => {
    await owner.query('update negotiation set title = $1', [title])
  })

test(`${ROUNDS} restarts of the database under load: kept pages stay, data says why not, all is well again at once`, async () => {
  for (const path of KEPT) expect((await see(path)).status).toBe(200)
  const pages = readers(KEPT, isAnswer)
  const data = readers(DATA, isHonest)
  const seconds: number[] = []
  let unmade = 0
  for (let round = 0; round < ROUNDS; round++) {
    await stopDatabase(round % 2 === 0 ? 'SIGINT' : 'SIGKILL')
    const away = await see(`/ukraine/on/2025-01-${String(round + 1).padStart(2, '0')}`) // not made yet
    if (away.status === 503) unmade++
    expect(away).toMatchObject({ status: 503, type: expect.stringContaining('text/html'), retryAfter: '2' })
    expect(away.text).toContain('The record cannot be read just now')
    expect(await see('/readyz')).toMatchObject({ status: 503 })
    expect(await see('/healthz')).toMatchObject({ status: 200 })

    await server.revive() // until it accepts connections
    const began = performance.now()
    await publish(`Talks, round ${round}`)
    const isWhole = async () =>
      (await see('/api/v1/negotiations/ukraine')).text.includes(`Talks, round ${round}"`) &&
      (await see('/ukraine')).text.includes(`Talks, round ${round}<`) &&
      (await see('/readyz')).status === 200
    while (!(await isWhole())) await sleep(5)
    seconds.push((performance.now() - began) / 1000)
  }
  const [keptPages, asked] = [await pages.end(), await data.end()]
  const sorted = seconds.toSorted((a, b) => a - b)
  console.log(
    `Whole again after ${(sorted[ROUNDS / 2] as number).toFixed(3)} s in the middle, ${(sorted.at(-1) as number).toFixed(3)} s at most; ` +
      `${keptPages.count} pages and ${asked.count} answers of data meanwhile.`,
  )
  expect(keptPages.wrong.slice(0, 3)).toEqual([])
  expect(asked.wrong.slice(0, 3)).toEqual([])
  expect(unmade).toBe(ROUNDS)
  expect(sorted.at(-1)).toBeLessThan(WHOLE_WITHIN)
  const errors = parley
    .output()
    .split('\n')
    .filter((line) => line.includes('"stack"') || /^\s+at /.test(line))
  expect(errors.slice(0, 3)).toEqual([])
  parley.kill('SIGTERM')
  expect(await parley.exited).toBe(0)
})
