import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'

/** The server that public pages read from, where that is a standby, which is always a little behind the primary. */
export type Replica = {
  /** Resolves when everything up to this place in the primary's log is there to be read. Rejects when the connection breaks. */
  reached: (lsn: string) => Promise<void>
  /** Fails when the connection no longer answers. */
  beat: () => Promise<unknown>
  close: () => Promise<void>
}

const STEP = 20
const LATE = 5_000

/** Connects to the public address; null when that is no standby. `lost` is called when the connection breaks. */
export async function findReplica(
  publicUrl: string,
  lost: () => void,
  report: (text: string) => void,
): Promise<Replica | null> {
  const client = new pg.Client({
    connectionString: publicUrl,
    connectionTimeoutMillis: 5_000,
    query_timeout: 5_000,
    keepAlive: true,
  })
  client.on('error', lost)
  const close = () => client.end().catch(() => {})
  try {
    await client.connect()
    const { rows } = await client.query<{ standby: boolean }>('select pg_is_in_recovery() as standby')
    if (!rows[0]?.standby) {
      client.off('error', lost).on('error', () => {})
      await close()
      return null
    }
  } catch (error) {
    await close()
    throw new Error(`as the public pages read it (DATABASE_PUBLIC_URL): ${(error as Error).message}`)
  }
  client.on('end', lost)
  const isThere = async (lsn: string) => {
    const place = 'select pg_last_wal_replay_lsn() >= $1::pg_lsn as there'
    return (await client.query<{ there: boolean }>(place, [lsn])).rows[0]?.there === true
  }
  return {
    reached: async (lsn) => {
      const began = Date.now()
      let late = false
      while (!(await isThere(lsn))) {
        if (!late && Date.now() - began > LATE)
          report('The replica is more than 5 s behind. Pages show the record as it was until it has caught up.')
        late ||= Date.now() - began > LATE
        await sleep(STEP)
      }
      if (late) report('The replica has caught up.')
    },
    beat: () => client.query('select 1'),
    close,
  }
}
