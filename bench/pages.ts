// The comparison page from the app alone, against a bare prerendered page of Next of the same size, in turn.
import { type Bare, serveBareNext } from './bare-next'
import { installed, MADE, REAL, say } from './ground'
import { bodyOf, type Served, serve } from './parley'
import { inTurn, type Result, type Row } from './row'
import { CONNECTIONS, ensureProgram, type Load, load } from './wrk'

const ROUNDS = 3
const RECORDS = { [REAL]: 'real record', [MADE]: 'made record' }

export async function measure(): Promise<Result> {
  ensureProgram('wrk')
  const { data } = await installed()
  const app = await serve(data)
  const rows: Row[] = []
  const remarks: string[] = []
  try {
    say('making the pages for the first time')
    const pages: Record<string, Buffer> = {}
    for (const slug of Object.keys(RECORDS)) {
      await bodyOf(`${app.url}/${slug}`)
      pages[slug] = await bodyOf(`${app.url}/${slug}`)
    }
    for (const encoding of ['identity', 'gzip'] as const) {
      say(`building a bare page of Next, ${encoding}`)
      const bare = await serveBareNext(pages, encoding === 'gzip')
      try {
        for (const [slug, record] of Object.entries(RECORDS)) {
          say(`comparison page, ${record}, ${encoding}`)
          rows.push(...(await compare(app, bare, slug, `${record}, ${encoding}`, encoding)))
        }
        if (encoding === 'identity')
          for (const [slug, record] of Object.entries(RECORDS)) {
            const bytes = (await bodyOf(bare.url(slug))).length
            remarks.push(
              `${record}: the page has ${pages[slug]?.length.toLocaleString('en-GB')} bytes, the bare page ${bytes.toLocaleString('en-GB')}.`,
            )
          }
      } finally {
        await bare.stop()
      }
    }
    rows.push(...(await positionList(app)))
  } finally {
    await app.stop()
  }
  return {
    name: 'pages',
    about: `The comparison page from the app alone, out of its cache: server on the first core, wrk with ${CONNECTIONS} connections on the second. Reference: \`next start\` with a bare prerendered page of the same size, asked in turn. The bar of 1,000 is for clients that take compression, as browsers do; uncompressed, the made page would be 2 GB a second. Then lists and searches as JSON, never cached.`,
    rows,
    remarks,
  }
}

async function compare(
  app: Served,
  bare: Bare,
  slug: string,
  what: string,
  encoding: 'identity' | 'gzip',
): Promise<Row[]> {
  const urls = { ours: `${app.url}/${slug}`, bare: bare.url(slug) }
  const seen: Record<'ours' | 'bare', Load[]> = { ours: [], bare: [] }
  const ask = (which: 'ours' | 'bare') => async () => {
    const found = await load(urls[which], { encoding })
    seen[which].push(found)
    return found.perSecond
  }
  for (const url of Object.values(urls)) await load(url, { seconds: 1, encoding }) // warm
  const { ours, theirs } = await inTurn(ROUNDS, { ours: ask('ours'), theirs: ask('bare') })
  const name = 'bare Next page'
  return [
    {
      what: `requests a second, ${what}`,
      unit: 'req/s',
      figures: ours,
      ...(encoding === 'gzip' ? { bar: { atLeast: 1_000 } } : {}),
      reference: { name, figures: theirs },
      ratioBar: { atLeast: 0.8 },
    },
    {
      what: `99th percentile, ${what}`,
      unit: 'ms',
      figures: seen.ours.map(({ p99 }) => p99),
      reference: { name, figures: seen.bare.map(({ p99 }) => p99) },
    },
    {
      what: `failed requests, ${what}`,
      unit: 'requests',
      figures: seen.ours.map(({ failed }) => failed),
      bar: { atMost: 0 },
      inEveryRound: true,
    },
  ]
}

/** One JSON position list, one page of shifts, and searches, made from PostgreSQL for each request; the floor is the smallest answer of the interface. */
async function positionList(app: Served): Promise<Row[]> {
  const time = (path: string) => async () => {
    const began = performance.now()
    await bodyOf(`${app.url}/api/v1${path}`)
    return performance.now() - began
  }
  const rows: Row[] = []
  for (const [slug, record] of Object.entries(RECORDS)) {
    const subjects = {
      list: time(`/negotiations/${slug}/positions?asOf=2024-06-01`),
      shifts: time(`/negotiations/${slug}/shifts?limit=50`),
      floor: time('/negotiations'),
    }
    await inTurn(3, subjects) // warm
    const { list, shifts, floor } = await inTurn(15, subjects)
    const reference = { name: 'list of negotiations', figures: floor }
    rows.push(
      { what: `JSON position list of a day, ${record}`, unit: 'ms', figures: list, bar: { atMost: 100 }, reference },
      { what: `JSON page of 50 shifts, ${record}`, unit: 'ms', figures: shifts, bar: { atMost: 100 }, reference },
    )
  }
  for (const [words, found] of Object.entries({
    statement: 'most entries',
    gazette: 'most sources',
    ceasefire: 'few',
  })) {
    const subjects = { search: time(`/search?q=${words}`), floor: time('/negotiations') }
    await inTurn(2, subjects) // warm
    const { search, floor } = await inTurn(5, subjects)
    const reference = { name: 'list of negotiations', figures: floor }
    const what = `JSON search in both records for a word of ${found}`
    rows.push({ what, unit: 'ms', figures: search, bar: { atMost: 300 }, reference })
  }
  return rows
}
