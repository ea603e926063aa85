import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { OperatorError } from '@/lib/operator-error'
import { type Account, canEnter, chooseAccount } from './account'

/**
 * Where one embedded database lives. `home` holds the password, the log, the lock and the list of users; `data` is
 * PostgreSQL's own folder. `outside` is the folder beyond the project that an unprivileged account can reach.
 */
export type Place = { home: string; data: string; outside: string; account: Account }

type Pointer = { project: string; home: string }

/**
 * Normally everything lies in `folder` (the setting PARLEY_DATA). When we are root and the account that must run the server
 * cannot enter that folder, it lies in /var/lib/parley-<hash>, and a pointer in `folder` remembers it, so that
 * the record is found again when the project is moved.
 */
export function findPlace(folder: string): Place {
  makeFolder(folder)
  const outside = `/var/lib/parley-${createHash('sha256').update(folder).digest('hex').slice(0, 12)}`
  const pointer = readPointer(join(folder, 'place.json'))
  if (pointer && existsSync(pointer.home) && (pointer.project === folder || !existsSync(pointer.project)))
    return at(pointer.home, outside)

  const here = at(folder, outside)
  if (canEnter(here.account, folder)) return here
  if (existsSync(here.data))
    throw new OperatorError(
      `The database in ${here.data} cannot be reached by the account "${here.account?.name}" that runs it.\n` +
        `Let it pass through the folders above: chmod a+x ${closedFolderAbove(folder, here.account)}`,
    )
  makeFolder(outside)
  writeFileSync(join(folder, 'place.json'), JSON.stringify({ project: folder, home: outside } satisfies Pointer))
  return at(outside, outside)
}

function at(home: string, outside: string): Place {
  const data = join(home, 'database')
  return { home, data, outside, account: chooseAccount(data) }
}

/** As root the folder must let the server's account through to its data; nothing else in it is readable by others. */
function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 })
  } catch (error) {
    throw new OperatorError(
      `The folder ${folder} cannot be made (${(error as NodeJS.ErrnoException).code}).\n` +
        'Make it writable for the user who starts Parley, or choose another: PARLEY_DATA=/some/folder npm start',
    )
  }
}

function readPointer(file: string): Pointer | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Pointer
  } catch {
    return null
  }
}

function closedFolderAbove(folder: string, account: Account): string {
  const chain = [resolve(folder)]
  while (dirname(chain[0] as string) !== chain[0]) chain.unshift(dirname(chain[0] as string))
  return chain.find((one) => !canEnter(account, one)) ?? folder
}
