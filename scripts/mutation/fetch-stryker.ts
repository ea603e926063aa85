import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const VERSION = '9.6.1'

type Result = { fileName: string; status: string }
type Stryker = new (options: Record<string, unknown>) => { runMutationTest: () => Promise<Result[]> }

/**
 * Stryker, fetched when it is first asked for: 150 packages that nobody else needs, some of them days old, would stand in the way of each
 * `npm ci`. It lies within the project, so that it finds the project's own vitest.
 */
export async function fetchStryker(root: string): Promise<{ Stryker: Stryker; runner: string }> {
  const folder = join(root, '.parley', `stryker-${VERSION}`)
  const core = join(folder, 'node_modules/@stryker-mutator/core/dist/src/index.js')
  if (!existsSync(core)) {
    mkdirSync(folder, { recursive: true })
    console.log(`Fetching Stryker ${VERSION}`)
    const packages = ['core', 'vitest-runner'].map((name) => `@stryker-mutator/${name}@${VERSION}`)
    const args = ['install', '--prefix', folder, '--legacy-peer-deps', '--no-audit', '--no-fund', '--loglevel=error']
    execFileSync('npm', [...args, ...packages], { stdio: 'inherit' })
  }
  const { Stryker } = (await import(pathToFileURL(core).href)) as { Stryker: Stryker }
  return { Stryker, runner: join(folder, 'node_modules/@stryker-mutator/vitest-runner/dist/src/index.js') }
}
