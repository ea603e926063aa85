import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chownSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { OperatorError } from '@/lib/operator-error'
import type { Binaries } from './binaries'
import type { Place } from './place'

/** The role that owns everything in the embedded database, and the name of that database. */
export const OWNER = 'parley'

/**
 * Makes the data folder when there is none. It is made aside and renamed when whole, so a start that was cut short leaves
 * nothing that looks like a database. The bootstrap superuser has no password and so cannot log in at all.
 */
export async function ensureCluster(place: Place, binaries: Binaries, say: (text: string) => void): Promise<void> {
  if (existsSync(join(place.data, 'PG_VERSION'))) return checkVersion(place, binaries)
  say('making the database')
  for (const name of readdirSync(place.home))
    if (name.startsWith('database.new-')) rmSync(join(place.home, name), { recursive: true, force: true })

  const aside = join(place.home, `database.new-${process.pid}`)
  mkdirSync(aside, { mode: 0o700 })
  if (place.account) chownSync(aside, place.account.uid, place.account.gid)
  const run = (program: string, args: string[], input = '') => runAs(place, program, args, input)
  // The builtin C.UTF-8 sorts alike on every system and never changes under an index, as system locales do.
  await run(binaries.initdb, [
    ...['-D', aside, '--username=bootstrap', '--auth=trust', '--encoding=UTF8', '--locale=C'],
    ...['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--data-checksums', '--no-instructions'],
  ])
  const password = readPassword(place) ?? makePassword(place)
  await run(
    binaries.postgres,
    ['--single', '-D', aside, '-c', 'password_encryption=scram-sha-256', 'postgres'],
    `create role ${OWNER} login createdb createrole password '${password}'\ncreate database ${OWNER} owner ${OWNER}\n`,
  )
  writeFileSync(
    join(aside, 'pg_hba.conf'),
    'host all all 127.0.0.1/32 scram-sha-256\nhost all all ::1/128 scram-sha-256\n',
  )
  renameSync(aside, place.data)
}

/** The owner's password, in hexadecimal so that it needs no escaping anywhere. */
export function readPassword(place: Place): string | null {
  try {
    return readFileSync(join(place.home, 'password'), 'utf8').trim() || null
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw new OperatorError(
      `${join(place.home, 'password')} cannot be read: the database was made by another user.\n` +
        'Start Parley as that user, or choose another folder: PARLEY_DATA=/some/folder npm start',
    )
  }
}

function makePassword(place: Place): string {
  const password = randomBytes(24).toString('hex')
  writeFileSync(join(place.home, 'password'), `${password}\n`, { mode: 0o600 })
  return password
}

function checkVersion(place: Place, binaries: Binaries): void {
  const made = readFileSync(join(place.data, 'PG_VERSION'), 'utf8').trim()
  const brought = binaries.version.split('.')[0]
  if (made === brought) return
  throw new OperatorError(
    `The database in ${place.data} was made by PostgreSQL ${made}; this Parley brings PostgreSQL ${brought}.\n` +
      'Go back to the Parley that made it, run "npm run export", then import the file here into a new folder (PARLEY_DATA).',
  )
}

function runAs({ account }: Place, program: string, args: string[], input: string): Promise<void> {
  const as = account ? { uid: account.uid, gid: account.gid } : {}
  const child = spawn(program, args, {
    ...as,
    cwd: '/',
    env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' },
    detached: true,
  })
  let output = ''
  child.stdout.on('data', (text) => (output += text))
  child.stderr.on('data', (text) => (output += text))
  child.stdin.on('error', () => {}) // it may end without reading; the exit code tells
  child.stdin.end(input)
  return new Promise((done, fail) => {
    child.on('error', fail)
    child.on('close', (code) =>
      code === 0 && !/\b(ERROR|FATAL):/.test(output)
        ? done()
        : fail(new OperatorError(`The database could not be made:\n${output.trim()}`)),
    )
  })
}
