import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { programOf } from '@/lib/process/identity'

/** What PostgreSQL writes into postmaster.pid: who it is, where it listens, and how far it is. */
export type Postmaster = { pid: number; port: number; status: string }

/** The file as it is, whoever wrote it; null when there is none. */
export function readPostmaster(data: string): Postmaster | null {
  try {
    const lines = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')
    return { pid: Number(lines[0]), port: Number(lines[3]), status: (lines[7] ?? '').trim() }
  } catch {
    return null
  }
}

/** The server that runs on this data folder at this moment: ours, or one that outlived the process that started it. */
export function findPostmaster(data: string): Postmaster | null {
  const found = readPostmaster(data)
  return found && programOf(found.pid) === 'postgres' ? found : null
}

/** Fast shutdown: open transactions are rolled back, everything committed is on disk. Waits until the server is gone. */
export async function stopPostmaster({ pid }: Postmaster): Promise<void> {
  if (programOf(pid) !== 'postgres') return
  process.kill(pid, 'SIGINT')
  for (let waited = 0; programOf(pid) === 'postgres'; waited += 20) {
    // Half a minute means that something hangs: immediate shutdown loses nothing committed, the log is replayed.
    if (waited === 30_000) process.kill(pid, 'SIGQUIT')
    await sleep(20)
  }
}
