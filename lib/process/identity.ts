import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** A process as written into a lock or lease: a pid alone is used again by the system, a pid with its start time is not. */
export type ProcessIdentity = { pid: number; started: string }

/** When the process began, in a form good only for comparing; null when there is no such process (or only its zombie). */
export function startOf(pid: number): string | null {
  if (process.platform === 'linux') {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
      // The name, in brackets, may itself hold spaces and brackets: count from the last one.
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
      return fields[0] === 'Z' || fields[0] === 'X' ? null : (fields[19] ?? null)
    } catch {
      return null
    }
  }
  try {
    const line = execFileSync('ps', ['-o', 'stat=,lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim()
    return line === '' || line.startsWith('Z') ? null : line.replace(/^\S+\s+/, '')
  } catch {
    return null
  }
}

export const thisProcess = (): ProcessIdentity => ({ pid: process.pid, started: startOf(process.pid) ?? '' })

export const isAlive = (who: ProcessIdentity): boolean => startOf(who.pid) === who.started

/** The name of the program that runs as `pid` ("postgres", "node"), or null when it is gone. */
export function programOf(pid: number): string | null {
  if (startOf(pid) === null) return null
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/comm`, 'utf8').trim()
    return (
      execFileSync('ps', ['-o', 'comm=', '-p', String(pid)], { encoding: 'utf8' })
        .trim()
        .split('/')
        .pop() ?? null
    )
  } catch {
    return null
  }
}
