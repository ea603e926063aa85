import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { isAlive } from '@/lib/process/identity'
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
  try {
    const claim = tryLock(join(FOLDER, `serving-${process.pid}`), note)
    if ('release' in claim) atClose(claim.release)
  } catch (error) {
    if (!['EROFS', 'EACCES'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error
  }
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
