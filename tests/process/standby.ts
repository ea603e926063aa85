import { execFileSync, spawn } from 'node:child_process'
import { mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { findBinaries } from '@/lib/db/embedded/binaries'
import { stopPostmaster } from '@/lib/db/embedded/postmaster'
import { dataFolder, freePort, joinServer, postmasterOf, until } from './parley'

// A primary and a streaming standby, made from the PostgreSQL that npm brings: it has no pg_basebackup, so the folder is copied while at rest.

/** The superuser of a test's own cluster, let in without a password. */
const superUrl = (port: number) => `postgresql://bootstrap@127.0.0.1:${port}/parley`

export async function startPrimaryAndStandby() {
  const [data, copy] = [dataFolder(), dataFolder()]
  const made = await joinServer(data)
  const { place } = made
  await made.release()
  const { postgres } = findBinaries(place.account, place.outside)
  const as = place.account ? { uid: place.account.uid, gid: place.account.gid } : {}
  const options = { ...as, cwd: '/', env: { ...process.env, LC_ALL: 'C' } }
  const input = "create role standby replication login password 'standby'\n"
  execFileSync(postgres, ['--single', '-D', place.data, 'postgres'], {
    ...options,
    input,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  // What stands first counts, and the lines of the cluster ask everybody for a password.
  const rules = join(place.data, 'pg_hba.conf')
  const first = 'host replication standby 127.0.0.1/32 scram-sha-256\nhost all bootstrap 127.0.0.1/32 trust\n'
  writeFileSync(rules, first + readFileSync(rules, 'utf8'))
  mkdirSync(copy)
  execFileSync('cp', ['-a', place.data, join(copy, 'database')])

  const primary = await joinServer(data)
  const port = await freePort()
  writeFileSync(join(copy, 'database', 'standby.signal'), '')
  const start = async () => {
    const settings = {
      port: String(port),
      listen_addresses: '127.0.0.1',
      unix_socket_directories: '',
      max_connections: '100', // not less than the primary ever had: 100 while the role was made
      primary_conninfo: `host=127.0.0.1 port=${primary.port} user=standby password=standby`,
    }
    const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
    const log = openSync(join(copy, 'postgres.log'), 'a')
    const child = spawn(postgres, ['-D', join(copy, 'database'), ...args], {
      ...options,
      detached: true,
      stdio: ['ignore', log, log],
    })
    child.unref()
    await until(() => postmasterOf(copy)?.status === 'ready').catch((error) => {
      throw new Error(`${error}\n${readFileSync(join(copy, 'postgres.log'), 'utf8')}`)
    })
  }
  await start()
  const onStandby = (url: string) => {
    const moved = new URL(url)
    moved.port = String(port)
    return moved.href
  }
  return {
    ownerUrl: primary.ownerUrl,
    superUrl: superUrl(primary.port),
    standbySuperUrl: superUrl(port),
    onStandby,
    start,
    stop: async () => {
      const standby = postmasterOf(copy)
      if (standby) await stopPostmaster(standby)
    },
    release: primary.release,
  }
}
