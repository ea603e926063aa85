// Load by wrk, from the second core: one thread, 16 connections, loopback only, a few seconds.
import { spawn, spawnSync } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { OperatorError } from '@/lib/operator-error'

export type Load = { perSecond: number; p99: number; failed: number }

export const CONNECTIONS = 16

export async function load(url: string, { seconds = 4, encoding = 'gzip' } = {}): Promise<Load> {
  const args = [
    '-t1',
    `-c${CONNECTIONS}`,
    `-d${seconds}s`,
    '--timeout',
    '5s',
    '--latency',
    '-H',
    `accept-encoding: ${encoding}`,
    url,
  ]
  const [program, all] = availableParallelism() > 1 ? ['taskset', ['-c', '1', 'wrk', ...args]] : ['wrk', args]
  const child = spawn(program as string, all as string[], { stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (output += text))
  const code = await new Promise((done) => child.on('close', done))
  if (code !== 0) throw new Error(`wrk ended with ${code}:\n${output}`)
  return parse(output)
}

export function parse(output: string): Load {
  const [, p99 = '0', unit = 'ms'] = /99%\s+([\d.]+)(us|ms|s|m)/.exec(output) ?? []
  const inMilliseconds: Record<string, number> = { us: 0.001, ms: 1, s: 1_000, m: 60_000 }
  const socket = /Socket errors: connect (\d+), read (\d+), write (\d+), timeout (\d+)/.exec(output)
  const refused = Number(/Non-2xx or 3xx responses: (\d+)/.exec(output)?.[1] ?? 0)
  return {
    perSecond: Number(/Requests\/sec:\s+([\d.]+)/.exec(output)?.[1] ?? 0),
    p99: Number(p99) * (inMilliseconds[unit] ?? 1),
    failed: refused + (socket?.slice(1).reduce((sum, count) => sum + Number(count), 0) ?? 0),
  }
}

/** Installs a program that a measurement needs from the system's packages, where that is possible; else says what is missing. */
export function ensureProgram(program: string, packageName = program): void {
  const isThere = () => spawnSync('which', [program]).status === 0
  if (isThere()) return
  if (process.getuid?.() === 0 && process.platform === 'linux') {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    spawnSync('apt-get', ['update'], { env, stdio: 'ignore' })
    spawnSync('apt-get', ['install', '-y', packageName], { env, stdio: 'ignore' })
  }
  if (!isThere())
    throw new OperatorError(`There is no ${program}. Install it with your system’s packages (${packageName}).`)
}
