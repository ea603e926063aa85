import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isAlive, thisProcess } from '@/lib/process/identity'
import { readHolder } from '@/lib/process/lock'
import type { Place } from './place'

/**
 * Who uses the embedded server: one file a process. A file whose process is dead counts for nothing, so a killed app needs no clearing up.
 * All of this happens under the place's lock.
 */
export function takeLease(place: Place): () => void {
  mkdirSync(folderOf(place), { recursive: true, mode: 0o700 })
  const { pid, started } = thisProcess()
  const file = join(folderOf(place), `${pid}-${Math.random().toString(36).slice(2, 8)}`)
  writeFileSync(file, JSON.stringify({ pid, started, note: process.argv[1] ?? '' }), { mode: 0o600 })
  return () => rmSync(file, { force: true })
}

/** Whether anybody alive uses the server; clears away the dead. */
export function isInUse(place: Place): boolean {
  let used = false
  for (const name of readdirSync(folderOf(place))) {
    const holder = readHolder(join(folderOf(place), name))
    if (holder && isAlive(holder)) used = true
    else rmSync(join(folderOf(place), name), { force: true })
  }
  return used
}

const folderOf = (place: Place) => join(place.home, 'users')
