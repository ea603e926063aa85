import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { findPostmaster, stopPostmaster } from '@/lib/db/embedded/postmaster'
import { acquireServer } from '@/lib/db/embedded/server'
import { programOf, startOf } from '@/lib/process/identity'

// Starts Parley as a person would, in processes of its own, and watches what becomes of them.

export const PROJECT = process.cwd()
export const isRoot = process.getuid?.() === 0

type Options = {
  data?: string
  env?: Record<string, string>
  cwd?: string
  /** npm start instead of the script itself, for what npm does with signals. */
  npm?: boolean
  uid?: number
}

export type Run = Awaited<ReturnType<typeof start>>

const running = new Set<ChildProcess>()
const folders: string[] = []

export async function start({ data, env = {}, cwd = PROJECT, npm = false, uid }: Options = {}) {
  const port = Number(env.PORT ?? (await freePort()))
  const [program, args] = npm ? ['npm', ['start']] : [process.execPath, ['--import', 'tsx', 'scripts/start.ts']]
  const child = spawn(program as string, args as string[], {
    cwd,
    detached: true, // a group of its own, as a terminal would give it
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...plainEnvironment(), PORT: String(port), ...(data ? { PARLEY_DATA: data } : {}), ...env },
    ...(uid === undefined ? {} : { uid, gid: uid }),
  })
  running.add(child)
  let output = ''
  child.stdout.on('data', (text) => {
    output += text
  })
  child.stderr.on('data', (text) => {
    output += text
  })
  const exited = new Promise<number | string | null>((done) =>
    child.on('close', (code, signal) => done(code ?? signal)),
  )
  void exited.then(() => running.delete(child))
  const url = `http://localhost:${port}`
  return {
    pid: child.pid as number,
    port,
    url,
    output: () => output,
    /** Resolves when the address is printed; rejects when the process ends before. */
    ready: async () => {
      await until(
        () => output.includes('Parley is at') || child.exitCode !== null || child.signalCode !== null,
        240_000,
      )
      if (!output.includes('Parley is at')) throw new Error(`It ended before it was ready:\n${output}`)
    },
    exited,
    kill: (signal: NodeJS.Signals) => child.kill(signal),
    /** Ctrl-C: every process of the terminal's foreground group gets the signal. */
    interrupt: () => process.kill(-(child.pid as number), 'SIGINT'),
    get: (path = '/') => fetch(`${url}${path}`, { signal: AbortSignal.timeout(20_000) }),
  }
}

/** No DATABASE_URL of the tester's own, and nothing of vitest's. */
function plainEnvironment(): NodeJS.ProcessEnv {
  const { PATH, HOME, LANG } = process.env
  return { PATH, HOME, LANG, NODE_ENV: 'production' }
}

export async function until(holds: () => boolean | Promise<boolean>, patience = 20_000): Promise<void> {
  for (const end = Date.now() + patience; !(await holds()); await sleep(50))
    if (Date.now() > end) throw new Error(`Not so within ${patience} ms: ${holds}`)
}

/** A folder that the account of an embedded server can reach, also when we are root. */
export function dataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'parley-process-'))
  chmodSync(folder, 0o755)
  folders.push(folder)
  return join(folder, 'data')
}

/** The embedded server of a data folder, used beside the Parley that runs on it. */
export const joinServer = (data: string) => acquireServer(data)

export const postmasterOf = (data: string) => findPostmaster(join(data, 'database'))

export const isGone = (pid: number) => startOf(pid) === null || programOf(pid) === null

export async function endEverything(): Promise<void> {
  for (const child of running) if (child.pid) process.kill(-child.pid, 'SIGKILL')
  await until(() => running.size === 0)
  for (const folder of folders.splice(0)) {
    const postmaster = postmasterOf(join(folder, 'data'))
    if (postmaster) await stopPostmaster(postmaster)
    rmSync(folder, { recursive: true, force: true })
  }
}

export function freePort(): Promise<number> {
  return new Promise((done) => {
    const probe = createServer().listen(0, () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => done(port))
    })
  })
}
