// Lighthouse as for a phone, on every kind of public page.
import { execFileSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium } from '@playwright/test'
import { chromiumArguments, ensureChromium } from '@/e2e/chromium'
import { freePort } from '@/tests/process/parley'
import { installed, MADE, REAL, say, scratchFolder } from './ground'
import { bodyOf, serve } from './parley'
import { inTurn, type Result, type Row } from './row'

// The newest that runs on Node 20. Fetched when it is measured with: its 187 packages are not for everybody who installs Parley.
const VERSION = '12.8.2'
const ROUNDS = 3
const CATEGORIES = {
  performance: 'performance',
  accessibility: 'accessibility',
  'best-practices': 'best practices',
  seo: 'search engines',
} as const
const PAGES = {
  [`/${REAL}`]: 'comparison, real record',
  [`/${REAL}/shifts`]: 'shifts, real record',
  [`/${MADE}`]: 'comparison, 60 x 12',
}

type Audit = { title: string; score: number | null; displayValue?: string; scoreDisplayMode: string }
type Report = {
  categories: Record<string, { score: number | null; auditRefs: { id: string; weight: number }[] }>
  audits: Record<string, Audit>
}

export async function measure(): Promise<Result> {
  const executablePath = await ensureChromium(say)
  const lighthouse = await fetchLighthouse()
  const { data } = await installed()
  const app = await serve(data, {}, false)
  const port = await freePort()
  const browser = await chromium.launch({
    executablePath,
    args: [...chromiumArguments(), `--remote-debugging-port=${port}`],
  })
  const rows: Row[] = []
  const remarks: string[] = []
  try {
    for (const [path, name] of Object.entries(PAGES)) {
      for (const _ of [1, 2]) await bodyOf(`${app.url}${path}`) // in the cache
      const reports: Report[] = []
      await inTurn(ROUNDS, {
        round: async () => {
          say(`lighthouse, ${name}`)
          const result = await lighthouse(`${app.url}${path}`, { port, logLevel: 'silent', output: 'json' })
          if (!result) throw new Error(`Lighthouse says nothing of ${path}.`)
          reports.push(result.lhr as unknown as Report)
          return 0
        },
      })
      for (const [id, label] of Object.entries(CATEGORIES))
        rows.push({
          what: `${label}, ${name}`,
          unit: 'of 100',
          figures: reports.map(({ categories }) => Math.round((categories[id]?.score ?? 0) * 100)),
          bar: { atLeast: 100 },
        })
      const reasons = reports.flatMap((report) => reasonsOf(report))
      if (reasons.length > 0) remarks.push(`${name}, below 100 because of: ${[...new Set(reasons)].join('; ')}.`)
    }
  } finally {
    await browser.close()
    await app.stop()
  }
  return {
    name: 'lighthouse',
    about: `Lighthouse ${VERSION}, its mobile settings: a phone's screen, a slow network and processor, both simulated.`,
    rows,
    remarks,
  }
}

type Lighthouse = (url: string, flags: object) => Promise<{ lhr: unknown } | undefined>

async function fetchLighthouse(): Promise<Lighthouse> {
  say(`fetching lighthouse ${VERSION}`)
  const folder = join(scratchFolder(), 'lighthouse')
  mkdirSync(folder, { recursive: true })
  const args = ['install', '--prefix', folder, '--no-audit', '--no-fund', '--loglevel=error', `lighthouse@${VERSION}`]
  execFileSync('npm', args, { stdio: 'ignore' })
  const entry = pathToFileURL(join(folder, 'node_modules/lighthouse/core/index.js')).href
  return ((await import(entry)) as { default: Lighthouse }).default
}

/** The audits that take a category below 100, each with what it found. */
const reasonsOf = ({ categories, audits }: Report): string[] =>
  Object.values(categories).flatMap(({ auditRefs }) =>
    auditRefs.flatMap(({ id, weight }) => {
      const audit = audits[id]
      if (!audit || weight === 0 || audit.score === null || audit.score >= 0.995) return []
      return [`${audit.title}${audit.displayValue ? ` (${audit.displayValue.replace(/\s+/g, ' ')})` : ''}`]
    }),
  )
