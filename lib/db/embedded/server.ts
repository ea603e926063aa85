import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { OperatorError } from '@/lib/operator-error'
import { withLock } from '@/lib/process/lock'
import { type Binaries, findBinaries } from './binaries'
import { ensureCluster, OWNER, readPassword } from './cluster'
import { launch } from './launch'
import { isInUse, takeLease } from './leases'
import { findPlace, type Place } from './place'
import { findPostmaster, type Postmaster, readPostmaster, stopPostmaster } from './postmaster'

export type EmbeddedServer = {
  /** The address for the role that owns the database. */
  ownerUrl: string
  port: number
  version: string
  /** Where the data lies, and the account that runs the server when that is not us. */
  place: Place
  /** True when the server was already running. */
  reused: boolean
  /** Starts the server again, on the same port, if it is gone. Says whether that was needed. */
  revive: () => Promise<boolean>
  /** Gives up our use; the last user stops the server and waits until it is down. */
  release: () => Promise<void>
}

/** Uses the embedded PostgreSQL whose data lie under `folder`: makes it, starts it, or joins the one that runs. */
export async function acquireServer(folder: string, say: (text: string) => void = () => {}): Promise<EmbeddedServer> {
  if (process.platform === 'win32')
    throw new OperatorError(
      'On Windows, run Parley inside WSL, or set DATABASE_URL to a PostgreSQL server of your own.',
    )
  const place = findPlace(folder)
  const lock = join(place.home, 'lock')
  const exclusively = <T>(work: () => Promise<T>) =>
    withLock(lock, work, ({ pid }) => say(`waiting for process ${pid}, which starts or stops the database`))

  return exclusively(async () => {
    const binaries = findBinaries(place.account, place.outside)
    await ensureCluster(place, binaries, say)
    const { postmaster, reused } = await ensureRunning(place, binaries, say)
    const password = readPassword(place)
    if (!password)
      throw new OperatorError(
        `${join(place.home, 'password')} is missing, without which the database cannot be opened.`,
      )
    const returnLease = takeLease(place)
    const { port } = postmaster
    return {
      ownerUrl: `postgresql://${OWNER}:${password}@127.0.0.1:${port}/${OWNER}`,
      port,
      version: binaries.version,
      place,
      reused,
      revive: () => exclusively(async () => !(await ensureRunning(place, binaries, say, port)).reused),
      release: () =>
        exclusively(async () => {
          returnLease()
          const running = findPostmaster(place.data)
          if (running && !isInUse(place)) await stopPostmaster(running)
        }),
    }
  })
}

/** `port` is the one that others already know; without it the last one is taken again if it can be. */
async function ensureRunning(place: Place, binaries: Binaries, say: (text: string) => void, port?: number) {
  for (;;) {
    const found = findPostmaster(place.data)
    if (!found) break
    if (found.status === 'ready') return { postmaster: found, reused: true }
    say('waiting for the database server, which is starting or stopping')
    await sleep(50) // starting, or stopping: it will be either ready or gone
  }
  const postmaster: Postmaster = await launch(place, binaries, port ?? readPostmaster(place.data)?.port ?? 0, say)
  if (port && postmaster.port !== port)
    throw new OperatorError(
      `The database came back on port ${postmaster.port}, ${port} being taken. Start Parley again.`,
    )
  return { postmaster, reused: false }
}
