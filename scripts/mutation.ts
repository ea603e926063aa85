// npm run mutation                          the pure part of lib/domain, by the unit tests
// npm run mutation -- position shift        some nouns of it
// npm run mutation -- --writes review       what reads and writes, by the database tests: seconds for each change, so a noun or two at a time
// npm run mutation -- --writes --file=approve-revision review     one file of a noun
// Changes the code in small ways, one at a time, in a copy, and counts how many of the changes a test notices.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fetchStryker } from './mutation/fetch-stryker'
import { filesOf, type Kind, TESTS } from './mutation/files'
import { lineOf, percentOf, scoresOf } from './mutation/score'
import { ensureClient } from './steps/client'
import { atClose, close, closeOnSignals } from './steps/closing'
import { printFailure } from './steps/progress'

/** In per cent; below it the command fails. */
const BAR = 80
const ROOT = join(import.meta.dirname, '..')

async function main(): Promise<number> {
  const asked = process.argv.slice(2)
  const kind: Kind = asked.includes('--writes') ? 'writes' : 'pure'
  const only = asked.find((one) => one.startsWith('--file='))?.slice(7)
  const nouns = asked.filter((one) => !one.startsWith('--'))
  const files = filesOf(ROOT, kind, nouns).filter((file) => !only || file.endsWith(`/${only}.ts`))
  if (files.length === 0) {
    console.error(`There is nothing of that kind in lib/domain: ${asked.join(' ')}.`)
    return 2
  }
  await ensureClient()
  const { Stryker, runner } = await fetchStryker(ROOT)
  const copy = mkdtempSync(join(tmpdir(), 'parley-mutation-'))
  atClose(() => rmSync(copy, { recursive: true, force: true }))
  process.env.MUTATION_TESTS = TESTS[kind]
  const results = await new Stryker({
    testRunner: 'vitest',
    plugins: [runner],
    vitest: { configFile: 'vitest.mutation.config.ts', related: false },
    mutate: files,
    // Words for people: a test that repeats a sentence shows nothing. What compares with a word is changed as a condition.
    mutator: { excludedMutations: ['StringLiteral'] },
    coverageAnalysis: 'perTest',
    // What runs only while a file is loaded (a schema, a table of words) would ask for every test each time.
    ignoreStatic: true,
    concurrency: 2,
    timeoutMS: 20_000,
    tempDirName: copy,
    // Its helper for tsconfig.json wants a TypeScript that has an interface; nothing in ours leads out of the copy.
    tsconfigFile: 'none',
    ignorePatterns: ['.next', '.parley', 'docs', 'e2e', 'test-results', 'playwright-report'],
    reporters: ['clear-text', 'progress-append-only'],
    clearTextReporter: { allowColor: false, logTests: false, reportTests: false, reportScoreTable: false },
    thresholds: { high: 100, low: BAR, break: null },
  }).runMutationTest()
  const scores = scoresOf(results.map(({ fileName, status }) => ({ file: fileName, status })))
  const all = scores.get('all') ?? { noticed: 0, of: 0 }
  console.log(`\nChanges to lib/domain (${kind}, ${files.length} files) that the tests notice:\n`)
  for (const [noun, score] of [...scores].filter(([noun]) => noun !== 'all').sort()) console.log(lineOf(noun, score))
  console.log(lineOf('all', all))
  if (percentOf(all) >= BAR) return 0
  console.error(`Less than ${BAR} %.`)
  return 1
}

closeOnSignals()
try {
  await close(await main())
} catch (error) {
  printFailure(error)
  await close(2)
}
