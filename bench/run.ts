// npm run bench                     everything, and a table of it in bench/results.md
// npm run bench -- pages browser    some measurements, printed only
// npm run soak                      one of them, in its place in bench/results.md
import { readFileSync, writeFileSync } from 'node:fs'
import { ensureBuild } from '@/scripts/steps/build'
import { ensureClient } from '@/scripts/steps/client'
import { atClose, close, closeOnSignals } from '@/scripts/steps/closing'
import { printFailure } from '@/scripts/steps/progress'
import { clearGround, say } from './ground'
import { describeMachine, describeMoment } from './machine'
import type { Result } from './row'
import { summaryOf, tableOf, withSection } from './table'

const FILE = 'bench/results.md'

const MEASUREMENTS: Record<string, () => Promise<{ measure: () => Promise<Result> }>> = {
  pages: () => import('./pages'),
  publication: () => import('./publication'),
  queue: () => import('./queue'),
  'behind-nginx': () => import('./behind-nginx'),
  lighthouse: () => import('./lighthouse'),
  'positions-by-index': () => import('./positions-by-index'),
  browser: () => import('./browser'),
  chain: () => import('./chain'),
  'import-export': () => import('./import-export'),
  'import-check': () => import('./import-check'),
  soak: () => import('./soak'),
}

async function main(): Promise<number> {
  const given = process.argv.slice(2)
  const asked = given.filter((one) => one !== '--keep')
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
  const wanted = Object.entries(MEASUREMENTS).filter(([name]) => asked.length === 0 || asked.includes(name))
  for (const [at, [name, load]] of wanted.entries()) {
    say(`── ${name}`)
    const moment = describeMoment()
    try {
      const result = await (await load()).measure()
      if (given.includes('--keep')) result.remarks.push(`Measured apart from the others: ${moment}.`)
      results.push(result)
      console.log(`\n${tableOf(result)}\n`)
    } catch (error) {
      printFailure(error)
      failures.push(`- ${name}: it could not be measured (${(error as Error).message.split('\n')[0]})`)
    }
    // After each one, so that a run that is cut short leaves what it has, and says what it has not.
    const missing = wanted.slice(at + 1).map(([later]) => `- ${later}: not measured in this run`)
    if (asked.length === 0) writeFileSync(FILE, textOf(machine, results, [...failures, ...missing]))
    const result = results.find((one) => one.name === name)
    if (result && given.includes('--keep')) writeFileSync(FILE, withSection(readFileSync(FILE, 'utf8'), result))
  }
  console.log(`\n${summaryOf(results.map(tableOf))}${failures.map((line) => `\n${line}`).join('')}`)
  return failures.length > 0 ? 1 : 0
}

const textOf = (machine: string[], results: Result[], failures: string[]): string =>
  `${[
    '# Measured',
    'Written by `npm run bench`; what each measures and against what: [README](README.md).',
    machine.map((line) => `- ${line}`).join('\n'),
    summaryOf(results.map(tableOf)),
    ...(failures.length > 0 ? [failures.join('\n')] : []),
    ...results.map(tableOf),
  ].join('\n\n')}\n`

closeOnSignals()
atClose(clearGround)
try {
  await close(await main())
} catch (error) {
  printFailure(error)
  await close(2)
}
