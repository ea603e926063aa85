// What a reader's browser has to do, at a quarter of this machine's speed, against the same page as plain HTML.
import { type Browser, chromium, type Page } from '@playwright/test'
import { chromiumArguments, ensureChromium } from '@/e2e/chromium'
import { installed, MADE, REAL, say } from './ground'
import { filterIn, firstRowsOf, layOut, sortIn, sortPlain, watch, watched, watchRows } from './in-page'
import { bodyOf, type Served, serve } from './parley'
import { inTurn, type Result, type Row } from './row'

const ROUNDS = 3
const SLOWER = 4
const PARAGRAPHS = 3_000
const PLAIN = 'plain HTML of the same page'
const KINDS = { Script: 'JavaScript', Stylesheet: 'CSS', Font: 'fonts', Document: 'HTML' } as const

// Each leaves some of the rows.
const WORDS: Record<string, string[]> = {
  [`/${REAL}`]: ['nato', 'troops', 'territory'],
  [`/${MADE}`]: ['9971', '9982', '9993'],
}

type Sizes = Record<string, number>

export async function measure(): Promise<Result> {
  const executablePath = await ensureChromium(say)
  const { data } = await installed()
  const app = await serve(data, {}, false)
  const browser = await chromium.launch({ executablePath, args: chromiumArguments() })
  try {
    const rows: Row[] = [await alone(browser)]
    for (const [path, name] of [
      [`/${REAL}`, 'comparison, real record'],
      [`/${MADE}`, 'comparison, 60 x 12'],
      [`/${MADE}/shifts`, 'shifts, 100,000 entries'],
    ] as const) {
      say(name)
      for (const _ of [1, 2]) await bodyOf(`${app.url}${path}`) // in the cache
      rows.push(...(await loading(browser, app, path, name)))
      rows.push(
        ...(path.endsWith('/shifts') ? await shifts(browser, app, path, name) : await table(browser, app, path, name)),
      )
    }
    return {
      name: 'browser',
      about: `Chromium ${browser.version()}, 1440 x 900, its processor slowed down ${SLOWER} times, the network not. The reference is ${PLAIN}: the same bytes without scripts, in turn; where something is done to it, by a few lines of plain script.`,
      rows,
      remarks: [],
    }
  } finally {
    await browser.close()
    await app.stop()
  }
}

/** How fast the browser of this machine is by itself: the figures below that have a bar go with it. */
async function alone(browser: Browser): Promise<Row> {
  const page = await browser.newPage()
  const figures: number[] = []
  for (let round = 0; round < 2 * ROUNDS; round++) figures.push(await page.evaluate(layOut, PARAGRAPHS))
  await page.close()
  return {
    what: `${PARAGRAPHS.toLocaleString('en-GB')} paragraphs laid out on an empty page, not slowed down`,
    unit: 'ms',
    figures,
  }
}

/**
 * Opens an address in a browser that has seen nothing yet; `plain` without any script of ours. Slow until it is there, and then only
 * while something is done to it: a page that is held back burns the time of a core, also of the one beside it.
 */
async function open(browser: Browser, app: Served, path: string, plain: boolean) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, bypassCSP: plain })
  const page = await context.newPage()
  page.setDefaultTimeout(120_000)
  const cdp = await context.newCDPSession(page)
  await cdp.send('Network.enable')
  const slow = (rate: number) => cdp.send('Emulation.setCPUThrottlingRate', { rate })
  await slow(SLOWER)
  const types = new Map<string, string>()
  const sizes: Sizes = {}
  cdp.on('Network.responseReceived', ({ requestId, type }) => types.set(requestId, type))
  cdp.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const type = types.get(requestId) ?? 'Other'
    sizes[type] = (sizes[type] ?? 0) + encodedDataLength / 1000
  })
  await page.addInitScript(watch)
  await page.addInitScript(watchRows)
  if (plain) {
    const html = (await bodyOf(`${app.url}${path}`)).toString().replace(/<script[\s\S]*?<\/script>/g, '')
    const body = html.replace(/<link[^>]*as="script"[^>]*>/g, '').replace(/ disabled=""/g, '')
    await page.route(`${app.url}${path}`, (route) => route.fulfill({ body, contentType: 'text/html; charset=utf-8' }))
  }
  await page.goto(`${app.url}${path}`, { waitUntil: 'load' })
  if (!plain) await page.locator('fieldset[role=presentation]:not([disabled])').first().waitFor()
  return {
    page,
    sizes,
    rest: () => slow(1),
    slowly: async <Found>(work: (page: Page) => Promise<Found>): Promise<Found> => {
      await slow(SLOWER)
      return work(page).finally(() => slow(1))
    },
    close: () => context.close(),
  }
}

async function loading(browser: Browser, app: Served, path: string, name: string): Promise<Row[]> {
  const paint = { ours: [] as number[], plain: [] as number[] }
  const blocked = { ours: [] as number[], plain: [] as number[] }
  let sizes: Sizes = {}
  const load = (which: 'ours' | 'plain') => async () => {
    const opened = await open(browser, app, path, which === 'plain')
    const seen = await opened.page.evaluate(watched)
    paint[which].push(seen.largestPaint)
    blocked[which].push(seen.blocked)
    if (which === 'ours') sizes = opened.sizes
    const rows = await opened.page.evaluate(firstRowsOf)
    await opened.close()
    return rows
  }
  const { ours, plain } = await inTurn(ROUNDS, { ours: load('ours'), plain: load('plain') })
  const isComparison = name.startsWith('comparison')
  return [
    {
      what: `largest paint, ${name}`,
      unit: 'ms',
      figures: paint.ours,
      reference: { name: PLAIN, figures: paint.plain },
    },
    {
      what: `first rows drawn, ${name}`,
      unit: 'ms',
      figures: ours,
      bar: { atMost: 1_000 },
      reference: { name: PLAIN, figures: plain },
    },
    { what: `blocking time until the controls answer, ${name}`, unit: 'ms', figures: blocked.ours },
    ...Object.entries(KINDS).map(
      ([type, label]): Row => ({
        what: `${label} over the wire, ${name}`,
        unit: 'kB',
        figures: [sizes[type] ?? 0],
        ...(type === 'Script' && isComparison ? { bar: { atMost: 170 } } : {}),
      }),
    ),
  ]
}

async function table(browser: Browser, app: Served, path: string, name: string): Promise<Row[]> {
  const ours = await open(browser, app, path, false)
  await ours.rest()
  const plain = await open(browser, app, path, true)
  await plain.rest()
  const bar = { atMost: 100 }
  const head = 'table.comparison thead th[data-column=party] button'
  const body = 'table.comparison tbody'
  await settle(ours.page)
  const sort = await inTurn(ROUNDS + 2, {
    ours: () => ours.slowly((page) => page.evaluate(sortIn, { head, body })),
    plain: () => plain.slowly((page) => page.evaluate(sortPlain, body)),
  })
  let at = 0
  const words = WORDS[path] ?? []
  const filter = await inTurn(ROUNDS, {
    ours: () =>
      ours.slowly((page) =>
        page.evaluate(filterIn, { input: 'input[type=search]', body, words: words[at++ % words.length] as string }),
      ),
    plain: () => plain.slowly((page) => page.evaluate(sortPlain, body)),
  })
  await ours.close()
  await plain.close()
  return [
    {
      what: `sort, ${name}`,
      unit: 'ms',
      figures: sort.ours,
      bar,
      reference: { name: 'plain rows put in another order', figures: sort.plain },
    },
    {
      what: `filter, ${name}`,
      unit: 'ms',
      figures: filter.ours,
      bar,
      reference: { name: 'plain rows put in another order', figures: filter.plain },
    },
  ]
}

async function shifts(browser: Browser, app: Served, path: string, name: string): Promise<Row[]> {
  const ours = await open(browser, app, path, false)
  await ours.rest()
  const plain = await open(browser, app, path, true)
  await plain.rest()
  await ours.page
    .getByRole('status')
    .filter({ hasText: /^\d[\d,]* shifts/ })
    .waitFor()
  await settle(ours.page)
  const body = '.shift-table tbody'
  const sort = await inTurn(ROUNDS + 2, {
    ours: () =>
      ours.slowly((page) => page.evaluate(sortIn, { head: '.shift-table th[data-column=demand] button', body })),
    plain: () => plain.slowly((page) => page.evaluate(sortPlain, body)),
  })
  await ours.close()
  await plain.close()
  const reference = { name: 'the 60 rows in the page put in another order', figures: sort.plain }
  return [{ what: `sort, ${name}`, unit: 'ms', figures: sort.ours, bar: { atMost: 100 }, reference }]
}

/** Until nothing is left of the first rendering. */
const settle = (page: Page) => page.evaluate(() => new Promise((done) => requestIdleCallback(done, { timeout: 5_000 })))
