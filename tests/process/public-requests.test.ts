import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { withConnection } from '@/lib/db/connection'
import { KINDS, WITHDRAWN } from './kinds-of-address'
import { dataFolder, endEverything, joinServer, PROJECT, type Run, start } from './parley'
import { type Stranger, stranger } from './public-requests'
import { draft, UNSEEN, UNSEEN_WORDS, withdraw } from './unpublished'
import { type Answered, type Asked, send, sendRaw } from './wire'

// Ten thousand requests of strangers: nothing breaks, nothing unpublished comes out, nothing of the inside is told.
const MANY = 10_000
const AT_ONCE = 4
const data = dataFolder()
let parley: Run
let withdrawnWords: string

beforeAll(async () => {
  parley = await start({ data, env: { REQUESTS_PER_MINUTE: '0' } })
  await parley.ready()
  const server = await joinServer(data)
  await withConnection(server.ownerUrl, async (owner) => {
    await draft(owner, 'e003')
    const { rows } = await owner.query('select summary from published_entry where id = $1', [WITHDRAWN])
    withdrawnWords = rows[0].summary
    await withdraw(owner, WITHDRAWN)
  })
  await server.release()
})
afterAll(endEverything)

const STACK = /\n\s+at .*:\d+:\d+|PrismaClient|\bSELECT "|\bpg_catalog\b|node_modules\//

const asksForPart = ({ headers }: Asked) => Object.keys(headers).some((name) => /^(rsc$|next-router-)/.test(name))

/** What is wrong with an answer, in words; nothing if it may be given. */
function faultsOf(sent: Stranger, { status, headers, body }: Answered): string[] {
  const asked = 'raw' in sent ? sent.raw : JSON.stringify(sent.asked)
  const isCode = 'asked' in sent && sent.asked.path.startsWith('/_next/static/')
  return [
    status >= 500 ? `status ${status}` : [],
    body.includes(UNSEEN_WORDS) ? 'holds the words of a draft' : [],
    body.includes(withdrawnWords) ? 'holds the words of a withdrawn entry' : [],
    // A page may name the address that was asked for.
    Object.values(UNSEEN).filter((id) => body.includes(id) && !asked.includes(id)),
    !isCode && STACK.test(body) ? `tells of the inside: ${STACK.exec(body)}` : [],
    'asked' in sent && !asksForPart(sent.asked) && headers['content-type'] === 'text/x-component'
      ? 'gives a part of a page to who asked for the page'
      : [],
    body.includes(PROJECT) ? 'names a folder of the machine' : [],
  ].flat()
}

/** Sends what strangers send, and says what came of it: how many of each status, and every fault with what was sent. */
async function sendMany(count: number, seed: number) {
  const statuses = new Map<number, number>()
  const faults: string[] = []
  const queue = fc.sample(stranger, { numRuns: count, seed }).values()
  const sendOn = async () => {
    for (const sent of queue) {
      const answer = await ('raw' in sent ? sendRaw(parley.port, sent.raw) : send(parley.port, sent.asked))
      statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1)
      for (const fault of faultsOf(sent, answer)) faults.push(`${fault} (${JSON.stringify(sent).slice(0, 600)})`)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, sendOn))
  return { statuses, faults }
}

/** What the server wrote of itself that is more than a request. */
const complaints = () =>
  parley
    .output()
    .split('\n')
    .filter((line) => line.includes('"level":"error"') || line.includes('"level":"warn"') || /^\s+at /.test(line))

/** What every kind of address says to a plain reader, but for what belongs to one answer alone. */
async function allSaid() {
  const said: Record<string, unknown> = {}
  for (const { path, method = 'GET' } of KINDS) {
    const { status, headers, body } = await send(parley.port, { method, path, headers: {} })
    const { date: _, 'x-request-id': __, 'x-nextjs-cache': ___, ...same } = headers
    said[`${method} ${path}`] = { status, headers: same, body: createHash('sha256').update(body).digest('hex') }
  }
  return said
}

// Another seed at each run, and the same one again with SEED.
const seed = Number(process.env.SEED ?? Date.now() % 1_000_000_000)

test(`${MANY} random requests (SEED=${seed}): no 5xx, nothing unpublished, no stack, nothing changed for others`, async () => {
  const before = await allSaid()
  const { statuses, faults } = await sendMany(MANY, seed)
  console.log(
    `SEED=${seed}: ${[...statuses]
      .sort()
      .map(([status, count]) => `${count} × ${status}`)
      .join(', ')}`,
  )
  expect([...faults, ...complaints()], `SEED=${seed}`).toEqual([])
  for (const status of [200, 304, 400, 404, 405, 410]) expect(statuses.get(status), `${status}`).toBeGreaterThan(10)
  expect(await allSaid(), `SEED=${seed}`).toEqual(before)
})

test(`the same with limits (SEED=${seed}): refused, and pages stay open`, async () => {
  parley.kill('SIGTERM')
  expect(await parley.exited).toBe(0)
  parley = await start({ data, env: { REQUESTS_PER_MINUTE: '20', TRUSTED_PROXIES: '1' } })
  await parley.ready()
  const { statuses, faults } = await sendMany(500, seed)
  expect([...faults, ...complaints()], `SEED=${seed}`).toEqual([])
  expect(statuses.get(429)).toBeGreaterThan(10)
  expect((await parley.get('/ukraine')).status).toBe(200)
})
