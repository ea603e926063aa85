// Parley as the measurements use it: the production server on loopback, pinned to the first core, without a limit of requests.
import { execFileSync, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { endWithUs } from '@/scripts/steps/closing'
import { type Run, start } from '@/tests/process/parley'

export type Served = Run & { stop: () => Promise<void> }

export async function serve(data: string, env: Record<string, string> = {}, pinned = true): Promise<Served> {
  const run = await start({ data, env: { HOST: '127.0.0.1', REQUESTS_PER_MINUTE: '0', ...env } })
  await run.ready()
  if (pinned) pin(run.pid, 0)
  return {
    ...run,
    stop: async () => {
      run.kill('SIGTERM')
      await run.exited
    },
  }
}

/** Keeps a process with all its threads on one core, so that what asks and what answers do not take turns. */
export function pin(pid: number, core: number): void {
  if (availableParallelism() > 1) execFileSync('taskset', ['-acp', String(core), String(pid)], { stdio: 'ignore' })
}

/** The body of an address, once it answers 200. */
export async function bodyOf(url: string, headers: Record<string, string> = {}): Promise<Buffer> {
  const answer = await fetch(url, { headers: { 'accept-encoding': 'identity', ...headers } })
  if (answer.status !== 200) throw new Error(`${url} answered ${answer.status}.`)
  return Buffer.from(await answer.arrayBuffer())
}

/** Runs a command of the project to its end: how long it took, and the most memory that its process held. */
export async function runCommand(script: string, args: string[], data: string) {
  const began = performance.now()
  const child = spawn(
    process.execPath,
    ['--conditions=react-server', '--import', 'tsx', `scripts/${script}.ts`, ...args],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { PATH: process.env.PATH, HOME: process.env.HOME, NODE_ENV: 'production', PARLEY_DATA: data },
    },
  )
  endWithUs(child)
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (output += text))
  let peak = 0
  const watch = setInterval(() => {
    try {
      peak = Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1] ?? peak)
    } catch {
      // Ended between two looks.
    }
  }, 100)
  const code = await new Promise((done) => child.on('close', done))
  clearInterval(watch)
  if (code !== 0) throw new Error(`${script} ended with ${code}:\n${output}`)
  return { seconds: (performance.now() - began) / 1000, peakMegabytes: peak / 1024 }
}
