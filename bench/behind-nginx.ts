// The comparison page behind the shipped deploy/nginx.conf, against the same bytes as a file of the same nginx; then without the app.
import { setTimeout as sleep } from 'node:timers/promises'
import { until } from '@/tests/process/parley'
import { installed, MADE, REAL, say } from './ground'
import { startMeasured } from './nginx'
import { bodyOf, type Served, serve } from './parley'
import { inTurn, type Result, type Row } from './row'
import { ensureProgram, type Load, load } from './wrk'

const ROUNDS = 3
const RECORDS = { [REAL]: 'real record', [MADE]: 'made record' }

export async function measure(): Promise<Result> {
  ensureProgram('wrk')
  const { data } = await installed()
  let app: Served | null = await serve(data)
  const rows: Row[] = []
  try {
    const { port } = app
    const files: Record<string, Buffer> = {}
    for (const slug of Object.keys(RECORDS)) {
      await bodyOf(`${app.url}/${slug}`)
      files[slug] = await bodyOf(`${app.url}/${slug}`)
    }
    const nginx = await startMeasured(port, files)
    for (const [slug, record] of Object.entries(RECORDS)) {
      say(`behind nginx, ${record}`)
      const seen: Record<'page' | 'file', Load[]> = { page: [], file: [] }
      const ask = (which: 'page' | 'file', url: string) => async () => {
        const found = await load(url)
        seen[which].push(found)
        return found.perSecond
      }
      const urls = { page: `${nginx.url}/${slug}`, file: `${nginx.url}/as-file/${slug}` }
      for (const url of Object.values(urls)) await load(url, { seconds: 1 }) // warm
      const { page, file } = await inTurn(ROUNDS, { page: ask('page', urls.page), file: ask('file', urls.file) })
      const reference = { name: 'the same bytes as a file', figures: file }
      rows.push(
        { what: `requests a second, ${record}`, unit: 'req/s', figures: page, reference, ratioBar: { atLeast: 0.7 } },
        {
          what: `99th percentile, ${record}`,
          unit: 'ms',
          figures: seen.page.map(({ p99 }) => p99),
          reference: { name: 'the same bytes as a file', figures: seen.file.map(({ p99 }) => p99) },
        },
        failed(`failed requests, ${record}`, seen.page),
      )
    }
    say('killing the app under load')
    const killed: Load[] = []
    for (let round = 0; round < ROUNDS; round++) {
      app ??= await serve(data, { PORT: String(port) })
      const page = `${app.url}/${REAL}`
      await until(() => bodyOf(page).then(Boolean, () => false), 60_000)
      const under = load(`${nginx.url}/${REAL}`, { seconds: 5 })
      await sleep(2_000)
      process.kill(-app.pid, 'SIGKILL')
      await app.exited
      app = null
      killed.push(await under)
    }
    rows.push(failed('failed requests while the app is killed under load and stays away', killed), {
      what: '99th percentile meanwhile',
      unit: 'ms',
      figures: killed.map(({ p99 }) => p99),
    })
    await nginx.stop()
  } finally {
    await app?.stop()
  }
  return {
    name: 'behind-nginx',
    about: `The comparison page behind deploy/nginx.conf as it ships, over TLS, gzip: nginx and the app on the first core, wrk on the second. Reference: a file with the same compressed bytes, from the same nginx over the same TLS, in turn.`,
    rows,
    remarks: [],
  }
}

const failed = (what: string, loads: Load[]): Row => ({
  what,
  unit: 'requests',
  figures: loads.map(({ failed: count }) => count),
  bar: { atMost: 0 },
  inEveryRound: true,
})
