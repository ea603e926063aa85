// npm run bench                     everything, and a table of it in bench/results.md
// npm run bench -- pages browser    some measurements, printed only
import { writeFileSync } from 'node:fs'
import { ensureBuild } from '@/scripts/steps/build'
import { ensureClient } from '@/scripts/steps/client'
import { atClose, close, closeOnSignals } from '@/scripts/steps/closing'
import { printFailure } from '@/scripts/steps/progress'
import { clearGround, say } from './ground'
import { describeMachine } from './machine'
import type { Result } from './row'
import { summaryOf, tableOf } from './table'

const FILE = 'bench/results.md'

const MEASUREMENTS: Record<string, () => Promise<{ measure: () => Promise<Result> }>> = {
  'positions-by-index': () => import('./positions-by-index'),
  pages: () => import('./pages'),
  'behind-nginx': () => import('./behind-nginx'),
  publication: () => import('./publication'),
  'import-export': () => import('./import-export'),
  browser: () => import('./browser'),
  lighthouse: () => import('./lighthouse'),
}

async function main(): Promise<number> {
  const asked = process.argv.slice(2)
  const unknown = asked.filter((name) => !(name in MEASUREMENTS))
  if (unknown.length > 0) {
    console.error(`There is no "${unknown.join('", "')}". The measurements: ${Object.keys(MEASUREMENTS).join(', ')}.`)
    return 2
  }
  const machine = describeMachine()
  await ensureClient()
  await ensureBuild('the benchmarks')
  const results: Result[] = []
  const failures: string[] = []
  for (const [name, load] of Object.entries(MEASUREMENTS)) {
    if (asked.length > 0 && !asked.includes(name)) continue
    say(`── ${name}`)
    try {
      const result = await (await load()).measure()
      results.push(result)
      console.log(`\n${tableOf(result)}\n`)
    } catch (error) {
      printFailure(error)
      failures.push(`- ${name}: it could not be measured (${(error as Error).message.split('\n')[0]})`)
    }
  }
  const text = [
    '# Measured',
    'Written by `npm run bench`; what each measures and against what: [README](README.md).',
    machine.map((line) => `- ${line}`).join('\n'),
    summaryOf(results),
    ...(failures.length > 0 ? [failures.join('\n')] : []),
    ...results.map(tableOf),
  ].join('\n\n')
  if (asked.length === 0) writeFileSync(FILE, `${text}\n`)
  console.log(`\n${summaryOf(results)}${failures.map((line) => `\n${line}`).join('')}`)
  return failures.length > 0 ? 1 : 0
}

closeOnSignals()
atClose(clearGround)
try {
  await close(await main())
} catch (error) {
  printFailure(error)
  await close(2)
}
