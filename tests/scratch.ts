// A data folder for one run of tests, so that no test ever opens the record of the person who runs it.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { findPlace } from '@/lib/db/embedded/place'
import { findPostmaster } from '@/lib/db/embedded/postmaster'

export type Scratch = {
  folder: string
  /** Stops an embedded server that runs on it, without waiting. For an end that leaves no time. */
  abandon: () => void
  remove: () => void
}

export function makeScratch(name: string): Scratch {
  const folder = mkdtempSync(path.join(tmpdir(), `parley-${name}-`))
  // As root the server runs under another account, which must be able to pass.
  chmodSync(folder, 0o711)
  const { data, outside } = findPlace(folder)
  return {
    folder,
    abandon: () => {
      const server = findPostmaster(data)
      if (server) process.kill(server.pid, 'SIGINT')
    },
    remove: () => {
      for (const one of [folder, outside]) rmSync(one, { recursive: true, force: true })
    },
  }
}
