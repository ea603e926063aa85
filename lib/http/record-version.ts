import pg from 'pg'
import { findReplica, type Replica } from './replica'

/**
 * Which state of the record a page shows. It changes with every publication and at midnight UTC (pages count days), and a
 * page made under an older version is made again. Kept on globalThis: Next loads the page cache apart from this module.
 */
export type RecordVersion = {
  /** Counts publications, and reconnections, behind which publications may have gone unheard. */
  count: number
  /** False while the database is away: then an old page is better than none. */
  reachable: boolean
  /** Publications and changes of reference data that were told to us. */
  heard: number
}

export type Following = {
  /** Whether the database answers at this moment, as the public's role; at most a second later. */
  canRead: () => Promise<boolean>
  stop: () => Promise<void>
}

const CHANNEL = 'parley_publication'
const HEARTBEAT = 15_000
/** The longest pause between two attempts: readers are to see a database that is back within a second. An attempt costs one connection. */
const LONGEST_PAUSE = 100
const PROBE = 1_000

const kept = globalThis as typeof globalThis & { parleyRecordVersion?: RecordVersion }

kept.parleyRecordVersion ??= { count: 0, reachable: true, heard: 0 }

export const recordVersion: RecordVersion = kept.parleyRecordVersion

export const currentVersion = (): string => `${recordVersion.count} ${new Date().toISOString().slice(0, 10)}`

/**
 * Listens for publications on one connection for as long as the process lives. When that breaks, `revive` may mend the
 * database before it is tried again. `report` hears about it in words.
 * It listens as the app, on the primary: a standby tells nothing. Where public pages read from a standby, a publication counts
 * only when it has arrived there; a page made before would be an old one that passes for new.
 */
export function followRecord(
  { appUrl, publicUrl }: { appUrl: string; publicUrl: string },
  revive: () => Promise<boolean>,
  report: (text: string) => void,
): Following {
  let stopped = false
  let failures = 0
  let client: pg.Client | undefined
  let replica: Replica | null = null
  let timer: NodeJS.Timeout | undefined
  let probe: Promise<boolean> | undefined

  const lose = (lost: pg.Client): void => {
    if (stopped || client !== lost) return
    client = undefined
    clearInterval(timer)
    lost.end().catch(() => {})
    void replica?.close()
    replica = null
    if (recordVersion.reachable)
      report('The database has gone away. Pages already made are still served; trying to reach it again.')
    recordVersion.reachable = false
    timer = setTimeout(follow, Math.min(LONGEST_PAUSE, 25 * 2 ** failures++))
  }

  const follow = async (): Promise<void> => {
    const mine = new pg.Client({
      connectionString: appUrl,
      connectionTimeoutMillis: 2_000,
      query_timeout: 5_000,
      keepAlive: true,
    })
    client = mine
    mine.on('error', () => lose(mine))
    mine.on('end', () => lose(mine))
    const renew = inTurn(async () => {
      if (replica) {
        const { rows } = await mine.query<{ lsn: string }>('select pg_current_wal_lsn()::text as lsn')
        await replica?.reached(rows[0]?.lsn ?? '')
      }
      recordVersion.count++
    })
    mine.on('notification', () => {
      recordVersion.heard++
      renew().catch(() => lose(mine))
    })
    try {
      if (failures > 0 && (await revive())) report('The database server had stopped and has been started again.')
      await mine.connect()
      await mine.query(`listen ${CHANNEL}`)
      const found = await findReplica(publicUrl, () => lose(mine), report)
      if (stopped || client !== mine) return void found?.close()
      replica = found
      await renew() // what was published while nobody listened went unheard
    } catch (error) {
      if (failures === 1) report(`The database cannot be reached: ${(error as Error).message}`)
      return lose(mine)
    }
    if (!recordVersion.reachable) report('The database is back.')
    failures = 0
    recordVersion.reachable = true
    timer = setInterval(
      () => void Promise.all([mine.query('select 1'), replica?.beat()]).catch(() => lose(mine)),
      HEARTBEAT,
    )
  }
  void follow()

  const ask = async (): Promise<boolean> => {
    if (!client || !recordVersion.reachable) return false
    const late = new Promise<false>((done) => setTimeout(done, PROBE, false).unref())
    return Promise.race([
      late,
      Promise.all([client.query('select 1'), replica?.beat()]).then(
        () => true,
        () => false,
      ),
    ])
  }

  return {
    // However many ask at once, the database is asked once.
    canRead: () => {
      probe ??= ask().finally(() => {
        probe = undefined
      })
      return probe
    },
    stop: async () => {
      stopped = true
      clearTimeout(timer)
      await Promise.all([client?.end().catch(() => {}), replica?.close()])
    },
  }
}

/** The work, one at a time. Asked for while it is being done, it is done once more afterwards, however often that was. */
function inTurn(work: () => Promise<void>): () => Promise<void> {
  let asked = false
  let doing: Promise<void> | null = null
  return () => {
    asked = true
    doing ??= (async () => {
      while (asked) {
        asked = false
        await work()
      }
    })().finally(() => {
      doing = null
    })
    return doing
  }
}
