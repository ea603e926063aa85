import { randomUUID } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { isAlive, type ProcessIdentity, thisProcess } from './identity'

/** Who holds a lock, with whatever the holder wanted others to know (an address, a purpose). */
export type Holder = ProcessIdentity & { note: string }

/**
 * Takes the lock file, or says who holds it. A lock whose process is dead counts as free.
 * The file appears whole (written aside, then linked), so that nobody ever reads half of it.
 */
export function tryLock(file: string, note = ''): { release: () => void } | { holder: Holder } {
  mkdirSync(dirname(file), { recursive: true })
  const mine = `${file}.${randomUUID()}`
  writeFileSync(mine, JSON.stringify({ ...thisProcess(), note } satisfies Holder), { mode: 0o600 })
  try {
    for (;;) {
      try {
        linkSync(mine, file)
        const content = readFileSync(mine, 'utf8')
        return { release: () => readText(file) === content && rmSync(file, { force: true }) }
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      }
      const holder = readHolder(file)
      if (holder && isAlive(holder)) return { holder }
      removeDead(file)
    }
  } finally {
    rmSync(mine, { force: true })
  }
}

/** Waits for the lock, runs the work, lets go. `onWait` hears once who is in the way. */
export async function withLock<T>(file: string, work: () => Promise<T>, onWait?: (holder: Holder) => void): Promise<T> {
  for (let first = true; ; first = false) {
    const got = tryLock(file)
    if ('release' in got) {
      try {
        return await work()
      } finally {
        got.release()
      }
    }
    if (first) onWait?.(got.holder)
    await sleep(50)
  }
}

export function readHolder(file: string): Holder | null {
  const text = readText(file)
  if (text === null) return null
  try {
    return JSON.parse(text) as Holder
  } catch {
    return null
  }
}

function readText(file: string): string | null {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return null
  }
}

/** Renaming is atomic: of two that find the same dead lock, one moves it; a live one moved by mistake goes back. */
function removeDead(file: string): void {
  const aside = `${file}.${randomUUID()}`
  try {
    renameSync(file, aside)
  } catch {
    return
  }
  const holder = readHolder(aside)
  try {
    if (holder && isAlive(holder)) linkSync(aside, file)
  } catch {
    // Somebody took the free lock meanwhile: there is nothing left to give back.
  } finally {
    rmSync(aside, { force: true })
  }
}
