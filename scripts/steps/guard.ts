import type { ChildProcess } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { isAlive, startOf } from '@/lib/process/identity'
import { type Holder, readHolder, tryLock, withLock } from '@/lib/process/lock'
import { atClose } from './closing'

/** Locks over what the starts in this folder share beside the database: the client, the build. A build of Next leaves .next/cache alone. */
const FOLDER = join('.next', 'cache', 'parley')

/** Runs the work alone; another start that wants the same waits and finds it done. */
export function alone<T>(name: 'client' | 'build', say: (text: string) => void, work: () => Promise<T>): Promise<T> {
  return withLock(join(FOLDER, name), work, ({ pid }) => say(`waiting for process ${pid}, which does the same`))
}

/** Says that this process serves from the build, until it ends. In a folder that cannot be written nobody can build either. */
export function claimBuild(note: string): void {
  unlessReadOnly(() => {
    const claim = tryLock(join(FOLDER, `serving-${process.pid}`), note)
    if ('release' in claim) atClose(claim.release)
  })
}

/** The other processes that serve from the build at this moment. */
export function servingFromBuild(): Holder[] {
  if (!existsSync(FOLDER)) return []
  return readdirSync(FOLDER)
    .filter((name) => /^serving-\d+$/.test(name))
    .map((name) => readHolder(join(FOLDER, name)))
    .filter((holder) => holder !== null && holder.pid !== process.pid && isAlive(holder)) as Holder[]
}

/** Hot reload keeps its own work in .next/dev, which two of them would spoil for each other. */
export function claimDevelopment(note: string): Holder | null {
  const claim = tryLock(join(FOLDER, 'dev'), note)
  if ('holder' in claim) return claim.holder
  atClose(claim.release)
  return null
}

/** Waits for a child of the same kind that a start left behind when it was killed: it would be in the way, and ends by itself. */
export async function survivorGone(what: string, say: (text: string) => void): Promise<void> {
  for (let child = readHolder(fileOfChild(what)); child && isAlive(child); await sleep(100))
    say(`waiting for process ${child.pid}, which a start that was killed has left behind`)
}

/** Leaves word of a running child, for the start after us should we be killed. Returns what takes it back. */
export function rememberChild(what: string, { pid }: ChildProcess): () => void {
  if (pid)
    unlessReadOnly(() => {
      mkdirSync(FOLDER, { recursive: true })
      writeFileSync(
        fileOfChild(what),
        JSON.stringify({ pid, started: startOf(pid) ?? '', note: what } satisfies Holder),
      )
    })
  return () => unlessReadOnly(() => rmSync(fileOfChild(what), { force: true }))
}

const fileOfChild = (what: string) => join(FOLDER, `child-${what.toLowerCase().replace(/[^a-z]+/g, '-')}`)

function unlessReadOnly(work: () => void): void {
  try {
    work()
  } catch (error) {
    if (!['EROFS', 'EACCES'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error
  }
}
