// Whether memory grows: minutes of mixed reading while a second process writes and publishes, at a rate that leaves the machine room.
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { endWithUs } from '@/scripts/steps/closing'
import { KINDS } from '@/tests/process/kinds-of-address'
import { dataFolder } from '@/tests/process/parley'
import { REAL, say } from './ground'
import { type Memory, memoryOf } from './memory'
import { type Served, serve } from './parley'
import { median, type Result } from './row'

const MINUTES = Number(process.env.SOAK_MINUTES ?? 10)
/** Before it counts: code is compiled, pools and caches fill. */
const WARM_UP_MINUTES = Math.min(2, MINUTES / 5)
const READS_A_SECOND = 20
/** Where the machine is busy with something else, fewer are asked for: this measures memory, not speed. */
const OPEN_AT_ONCE = 8
const PUBLICATIONS_A_SECOND = 0.5
const LOOK_EVERY_MS = 30_000
/** So that it is full when it begins to count: memory that is given to it by a setting is no growth. */
const PAGE_CACHE_MB = 16
const WINDOW_MINUTES = 2

const ENVIRONMENT = {
  NODE_OPTIONS: '--inspect=127.0.0.1:0',
  PAGE_CACHE_MB: String(PAGE_CACHE_MB),
  // As npm start, the image and the unit set it (docs/operations.md, Size).
  MALLOC_ARENA_MAX: '2',
}

/** Addresses that are always the same, and as many again that never were asked for: those a cache could keep for ever. */
const FIXED = KINDS.filter(({ method, status }) => !method && status === undefined).map(({ path }) => path)
const anyDay = (at: number) => new Date(Date.UTC(2022, 0, 1 + ((at * 37) % 1500))).toISOString().slice(0, 10)
const CHANGING: ((at: number) => string)[] = [
  (at) => `/${REAL}/on/${anyDay(at)}`,
  (at) => `/${REAL}?party=russia&sort=spread&q=${at}`,
  (at) => `/search?q=${encodeURIComponent(`nato ${at}`)}`,
  (at) => `/api/v1/negotiations/${REAL}/positions?asOf=${anyDay(at)}`,
  (at) => `/api/v1/negotiations/${REAL}/positions.csv?asOf=${anyDay(at)}`,
  (at) => `/api/v1/negotiations/${REAL}/entries?limit=${1 + (at % 200)}`,
  (at) => `/feeds/${REAL}.atom?n=${at}`,
  (at) => `/e/e0${String(10 + (at % 80))}`,
  (at) => `/embed/${REAL}?on=${anyDay(at)}`,
]
const DESK = ['/desk', '/desk/views', '/desk/account', '/desk/sources']
/** What a publication shows in at once. */
const NOVELTIES = ['/corrections', '/', '/api/v1/negotiations/desk/entries', '/feeds/desk.atom']

const addressAt = (at: number): string =>
  at % 10 === 9
    ? (DESK[Math.floor(at / 10) % DESK.length] as string)
    : at % 10 === 8
      ? (NOVELTIES[Math.floor(at / 10) % NOVELTIES.length] as string)
      : at % 2 === 0
        ? (FIXED[(at >> 1) % FIXED.length] as string)
        : (CHANGING[(at >> 1) % CHANGING.length] as (at: number) => string)(at)

type Tally = { read: number; published: number; faults: Map<string, number> }

export async function measure(): Promise<Result> {
  const data = dataFolder()
  const app = await serve(data, ENVIRONMENT, false)
  const tally: Tally = { read: 0, published: 0, faults: new Map() }
  const ending = new AbortController()
  const writer = startWriter(data, tally)
  try {
    const cookie = await writer.cookie
    say(`reading ${READS_A_SECOND} a second for ${WARM_UP_MINUTES} and ${MINUTES} minutes`)
    const reading = read(app, cookie, tally, ending.signal)
    await sleep(WARM_UP_MINUTES * 60_000)
    const seen = await watch(app, tally)
    ending.abort()
    await reading
    // What went wrong, as the app says it itself.
    const complaints = app
      .output()
      .split('\n')
      .filter((line) => /"level":"?(error|50)/.test(line))
    for (const line of complaints.slice(0, 5)) say(line.slice(0, 600))
    return asResult(seen, tally)
  } finally {
    ending.abort()
    writer.end()
    await app.stop()
  }
}

function startWriter(data: string, tally: Tally) {
  const child = spawn(
    process.execPath,
    ['--conditions=react-server', '--import', 'tsx', 'bench/soak-writer.ts', String(PUBLICATIONS_A_SECOND)],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { PATH: process.env.PATH, HOME: process.env.HOME, NODE_ENV: 'production', PARLEY_DATA: data },
    },
  )
  endWithUs(child)
  let ending = false
  let complaint = ''
  child.stderr.on('data', (text) => {
    complaint += text
  })
  const cookie = new Promise<string>((done, fail) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line.startsWith('cookie ')) done(line.slice(7))
      if (line === 'published') tally.published++
    })
    child.on('close', (code) => {
      fail(new Error(`The writer ended with ${code}:\n${complaint}`))
      if (!ending) fault(tally, `the writer ended with ${code}: ${complaint.slice(0, 300)}`)
    })
  })
  return {
    cookie,
    end: () => {
      ending = true
      child.kill('SIGTERM')
    },
  }
}

function fault({ faults }: Tally, what: string): void {
  faults.set(what, (faults.get(what) ?? 0) + 1)
}

/** At a fixed rate, as far as the answers keep up with it. */
async function read({ url }: Served, cookie: string, tally: Tally, signal: AbortSignal): Promise<void> {
  const open = new Set<Promise<void>>()
  const began = performance.now()
  for (let at = 0; !signal.aborted; at++) {
    const path = addressAt(at)
    const headers: Record<string, string> = path.startsWith('/desk') ? { cookie } : {}
    const one = fetch(`${url}${path}`, { headers, redirect: 'manual' })
      .then(async (answer) => {
        await answer.arrayBuffer()
        tally.read++
        if (answer.status >= 400) fault(tally, `${path.replace(/[\d-]+/g, '…')} answered ${answer.status}`)
      })
      .catch((error) => fault(tally, `${path}: ${(error as Error).message}`))
      .finally(() => open.delete(one))
    open.add(one)
    if (open.size >= OPEN_AT_ONCE) await Promise.race(open)
    await sleep(Math.max(0, began + ((at + 1) * 1000) / READS_A_SECOND - performance.now()))
  }
  await Promise.all(open)
}

async function watch({ output }: Served, tally: Tally): Promise<Memory[]> {
  const inspector = /ws:\/\/\S+/.exec(output())?.[0]
  if (!inspector) throw new Error('The app has no inspector.')
  await memoryOf(inspector)
  say(`warm after ${tally.read} answers and ${tally.published} publications`)
  const seen: Memory[] = []
  const began = performance.now()
  while (performance.now() - began < MINUTES * 60_000) {
    await sleep(LOOK_EVERY_MS)
    const memory = await memoryOf(inspector)
    seen.push(memory)
    const { resident, reserved, used, pages } = memory
    say(
      `${resident.toFixed(0)} MB resident, ${reserved.toFixed(0)} MB reserved, ${used.toFixed(1)} MB in use, ${pages.toFixed(1)} MB of it pages`,
    )
  }
  return seen
}

/** The median of the last minutes less that of the first. */
function growthOf(figures: number[]): number {
  const window = Math.min((WINDOW_MINUTES * 60_000) / LOOK_EVERY_MS, Math.ceil(figures.length / 2))
  return median(figures.slice(-window)) - median(figures.slice(0, window))
}

function asResult(seen: Memory[], { read, published, faults }: Tally): Result {
  const failed = [...faults.values()].reduce((sum, times) => sum + times, 0)
  const growth = (what: string, part: keyof Memory) => {
    const figures = seen.map((one) => one[part])
    return {
      what: `growth of ${what}`,
      unit: 'MB',
      figures: [growthOf(figures)],
      bar: { atMost: 50 },
      note: `${figures[0]?.toFixed(0)} to ${figures.at(-1)?.toFixed(0)} MB, at most ${Math.max(...figures).toFixed(0)}`,
    }
  }
  return {
    name: 'soak',
    about: `${MINUTES} minutes, after ${WARM_UP_MINUTES} of warming up, of up to ${READS_A_SECOND} reads a second: pages, days, searches, the interface, CSV, feeds, embeds and the desk, half of them at addresses never asked for before; a second process types, sends, approves, corrects and withdraws through the domain, with a publication every ${1 / PUBLICATIONS_A_SECOND} seconds. The page cache has ${PAGE_CACHE_MB} MB. Memory is looked at every ${LOOK_EVERY_MS / 1000} seconds, after a collection; growth is the median of the last ${WINDOW_MINUTES} minutes less that of the first ${WINDOW_MINUTES}.`,
    rows: [
      growth('resident memory', 'resident'),
      growth('memory in use', 'used'),
      { what: 'failed requests and writes', unit: 'failures', figures: [failed], bar: { atMost: 0 } },
      { what: 'answers read', unit: 'answers', figures: [read] },
      { what: 'publications', unit: 'publications', figures: [published], bar: { atLeast: MINUTES * 10 } },
    ],
    remarks: [...faults].map(([what, times]) => `${times} times: ${what}.`),
  }
}
