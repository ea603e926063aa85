import { spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync, renameSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { OperatorError } from '@/lib/operator-error'
import { programOf } from '@/lib/process/identity'
import type { Binaries } from './binaries'
import type { Place } from './place'
import { findPostmaster, type Postmaster, readPostmaster } from './postmaster'

const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '', // a socket's path may be too long for the system, a loopback port never is
  max_connections: '60',
  shared_buffers: '128MB',
  password_encryption: 'scram-sha-256',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_line_prefix: '%m [%p] ',
}
const LOG_LIMIT = 5_000_000
/** How long orphans of a killed server may take to notice that they are alone, and how long recovery may take. */
const PATIENCE = { orphans: 30_000, recovery: 600_000 }

/** Starts the server and waits until it answers. `wanted` is the port to have if it is free, 0 for any. */
export async function launch(
  place: Place,
  binaries: Binaries,
  wanted: number,
  say: (text: string) => void,
): Promise<Postmaster> {
  const deadline = Date.now() + PATIENCE.orphans
  for (let port = await freePort(wanted); ; port = await freePort(0)) {
    const failure = await tryLaunch(place, binaries, port, say)
    if (typeof failure !== 'string') return failure

    if (/pre-existing shared memory block|could not bind|could not create any TCP\/IP sockets/.test(failure)) {
      if (Date.now() < deadline) {
        if (/shared memory/.test(failure)) say('waiting for the rest of the server that was killed')
        await sleep(250)
        continue
      }
    } else if (/lock file "postmaster\.pid" already exists/.test(failure) && setAsideForeignPid(place)) continue
    throw new OperatorError(`The embedded database does not start. The end of ${logFile(place)}:\n${failure}`)
  }
}

async function tryLaunch(place: Place, { postgres }: Binaries, port: number, say: (text: string) => void) {
  const log = openLog(place)
  const args = Object.entries({ ...SETTINGS, port: String(port) }).flatMap(([key, value]) => ['-c', `${key}=${value}`])
  const as = place.account ? { uid: place.account.uid, gid: place.account.gid } : {}
  // A session of its own, so that Ctrl-C in the terminal reaches the app alone, which then stops the server last.
  const child = spawn(postgres, ['-D', place.data, ...args], {
    ...as,
    cwd: '/',
    detached: true,
    stdio: ['ignore', log.fd, log.fd],
    env: { ...process.env, LC_ALL: 'C' },
  })
  closeSync(log.fd)
  child.unref()
  let ended: string | null = null
  child.on('error', (error) => (ended = error.message))
  child.on('exit', (code, signal) => (ended ??= `ended with ${signal ?? code}`))

  const began = Date.now()
  for (;;) {
    const found = findPostmaster(place.data)
    if (found?.pid === child.pid && found?.status === 'ready') return found
    if (ended !== null) return readFileSync(logFile(place), 'utf8').slice(log.length).trim() || ended
    const waited = Date.now() - began
    if (waited > 3000) say('recovering what was written before the database was killed')
    if (waited > PATIENCE.recovery) return 'It has not become ready within ten minutes.'
    await sleep(10)
  }
}

/**
 * After a restart of the machine or container the pid in postmaster.pid may belong to some other program of ours, and
 * PostgreSQL then refuses to start for ever. Only when the system itself says that this pid is no PostgreSQL server is the
 * file renamed (never deleted); PostgreSQL still checks the shared memory of the data folder by itself.
 */
function setAsideForeignPid(place: Place): boolean {
  const found = readPostmaster(place.data)
  if (!found || programOf(found.pid) === 'postgres') return false
  renameSync(join(place.data, 'postmaster.pid'), join(place.data, 'postmaster.pid.stale'))
  return true
}

function logFile(place: Place): string {
  return join(place.home, 'postgres.log')
}

function openLog(place: Place) {
  const file = logFile(place)
  const sizeOf = () => statSync(file, { throwIfNoEntry: false })?.size ?? 0
  if (sizeOf() > LOG_LIMIT) renameSync(file, `${file}.old`)
  return { fd: openSync(file, 'a', 0o600), length: sizeOf() }
}

/** The wanted port if nobody listens there, else one that the system gives. */
function freePort(wanted: number): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer()
    probe.on('error', (error) => (wanted ? done(freePort(0)) : fail(error)))
    probe.listen(wanted, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => done(port))
    })
  })
}
