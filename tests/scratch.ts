// A data folder for one run of tests, so that no test ever opens the record of the person who runs it.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { findPlace } from '@/lib/db/embedded/place'

export type Scratch = { folder: string; remove: () => void }

export function makeScratch(name: string): Scratch {
  const folder = mkdtempSync(path.join(tmpdir(), `parley-${name}-`))
  // As root the server runs under another account, which must be able to pass.
  chmodSync(folder, 0o711)
  const { outside } = findPlace(folder)
  return {
    folder,
    remove: () => {
      for (const one of [folder, outside]) rmSync(one, { recursive: true, force: true })
    },
  }
}
