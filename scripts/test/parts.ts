// The parts of `npm test`, in their order. Each runs one tool, and throws when it fails.
import { join } from 'node:path'
import { ensureChromium } from '@/e2e/chromium'
import { ensureBuild } from '@/scripts/steps/build'
import { ensureClient } from '@/scripts/steps/client'
import { type Say, step } from '@/scripts/steps/progress'
import { runNode } from '@/scripts/steps/run'
import { inWords, readPlaywright, readVitest, type Tally } from './tally'

/** Hears the figures of a part as soon as they are known, also when the part then fails. */
type Count = (tally: Tally) => void

export type Part = {
  name: string
  /** Parts that run before, also when only this one is asked for. */
  needs: string[]
  /** `reports` is a folder that is thrown away in the end. */
  run: (count: Count, reports: string) => Promise<void>
}

export const PARTS: Part[] = [
  { name: 'client', needs: [], run: () => ensureClient() },
  {
    name: 'lint',
    needs: [],
    run: () => step('Lint', (say) => tool(say, 'biome', ['ci', '--error-on-warnings', '--colors=off'])),
  },
  { name: 'types', needs: ['client'], run: checkTypes },
  { name: 'unit', needs: ['client'], run: vitest('unit', 'Unit') },
  { name: 'build', needs: ['client'], run: () => ensureBuild('npm test') },
  { name: 'db', needs: ['client'], run: vitest('db', 'Database') },
  { name: 'process', needs: ['client', 'build'], run: vitest('process', 'Processes') },
  { name: 'e2e', needs: ['client', 'build'], run: playwright },
]

function tool(say: Say, name: string, args: string[], env: Record<string, string> = {}): Promise<void> {
  return runNode([join('node_modules', '.bin', name), ...args], name, say, { NO_COLOR: '1', ...env })
}

async function checkTypes(): Promise<void> {
  await step('Types', async (say) => {
    await tool(say, 'next', ['typegen'])
    await tool(say, 'tsc', ['--noEmit'])
  })
}

function vitest(project: string, title: string): Part['run'] {
  return (count, reports) =>
    step(title, async (say, result) => {
      const report = join(reports, `${project}.json`)
      const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
      try {
        await tool(say, 'vitest', ['run', '--project', project, '--allowOnly=false', ...reporters])
      } finally {
        count(readVitest(report))
        result(inWords(readVitest(report)))
      }
    })
}

async function playwright(count: Count, reports: string): Promise<void> {
  await step('Browser', async (say, result) => {
    const report = join(reports, 'e2e.json')
    const browser = await ensureChromium(say)
    try {
      const env = { CHROMIUM_PATH: browser, PLAYWRIGHT_JSON_OUTPUT_FILE: report }
      await tool(say, 'playwright', ['test', '--reporter=list,json'], env)
    } finally {
      count(readPlaywright(report))
      result(inWords(readPlaywright(report)))
    }
  })
}

/** The parts with these names and all that they need, in order; all parts when no name is given. */
export function choose(names: string[]): Part[] {
  const unknown = names.filter((name) => !PARTS.some((part) => part.name === name))
  if (unknown.length > 0)
    throw new Error(
      `There is no part "${unknown.join('", "')}". The parts: ${PARTS.map(({ name }) => name).join(', ')}.`,
    )
  const wanted = PARTS.filter(({ name }) => names.length === 0 || names.includes(name))
  return PARTS.filter(({ name }) => wanted.some((part) => part.name === name || part.needs.includes(name)))
}
