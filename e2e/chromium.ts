// A real Chromium: named by CHROMIUM_PATH, the system's, Playwright's own, or one fetched now. Never none.
import { spawn, spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import path from 'node:path'
import { chromium } from '@playwright/test'
import { OperatorError } from '@/lib/operator-error'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const MAC = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'

const isRoot = () => process.getuid?.() === 0

/** As root Chromium has no sandbox; the rest keeps it from talking to anybody but us. */
export const chromiumArguments = (): string[] => [
  ...(isRoot() ? ['--no-sandbox'] : []),
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
]

/** The browser that is there, in the order of preference; null when there is none. Looks, and starts nothing. */
export function findChromium(): string | null {
  const named = process.env.CHROMIUM_PATH
  if (named) return named
  const folders = (process.env.PATH ?? '').split(path.delimiter)
  const system = NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name)))
  return [...system, MAC, chromium.executablePath()].find(isExecutable) ?? null
}

/** The path of a Chromium that starts; fetches one if need be, and says so. Throws when there is none in the end. */
export async function ensureChromium(say: (text: string) => void): Promise<string> {
  const tried: string[] = []
  const usable = () => {
    const file = findChromium()
    if (!file) return null
    const failure = whyItDoesNotStart(file)
    if (!failure) return file
    tried.push(`${file} does not start: ${failure}`)
    return null
  }
  const found = usable()
  if (found) return found
  if (process.env.CHROMIUM_PATH) throw new OperatorError(`CHROMIUM_PATH: ${tried.join('\n')}`)

  const playwright = path.join(import.meta.dirname, '../node_modules/@playwright/test/cli.js')
  const ways: [string, string, string[]][] = [
    ['fetching Playwright’s own Chromium', process.execPath, [playwright, 'install', 'chromium']],
  ]
  if (isRoot() && process.platform === 'linux')
    ways.push(
      ['asking the system’s package manager what there is', 'apt-get', ['update']],
      ['installing the system’s Chromium', 'apt-get', ['install', '-y', 'chromium']],
    )
  for (const [what, command, args] of ways) {
    say(what)
    const failure = await run(command, args)
    if (failure) tried.push(`${what} failed: ${failure}`)
    const file = failure ? null : usable()
    if (file) return file
  }
  throw new OperatorError(
    `There is no Chromium to test with.\n${tried.map((line) => `  ${line}`).join('\n')}\n` +
      'Install Chromium or Chrome, or set CHROMIUM_PATH to one.',
  )
}

function whyItDoesNotStart(file: string): string | null {
  const args = ['--headless', ...chromiumArguments(), '--disable-gpu', '--dump-dom', 'data:text/html,<p>alive</p>']
  const { status, stdout, stderr, error } = spawnSync(file, args, { encoding: 'utf8', timeout: 60_000 })
  if (status === 0 && stdout.includes('alive')) return null
  return error?.message ?? (telling(stderr) || `it ended with code ${status}`)
}

function run(command: string, args: string[]): Promise<string | null> {
  return new Promise((done) => {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    const child = spawn(command, args, { env, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (output += data))
    child.on('error', (error) => done(error.message))
    child.on('close', (code) => done(code === 0 ? null : telling(output) || `it ended with code ${code}`))
  })
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** The line of the output that says most: the first that speaks of an error, else the last. */
function telling(output: string): string {
  const lines = output.trim().split('\n')
  return (lines.find((line) => /error|^E:/i.test(line)) ?? lines.at(-1) ?? '').trim()
}
