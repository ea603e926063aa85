import { OperatorError } from '@/lib/operator-error'
import { type Settings, withoutPassword } from '@/lib/settings'
import { withConnection } from './connection'
import { acquireServer } from './embedded/server'
import { type Addresses, addressesOf, ensureRoles } from './roles'

export type Database = Addresses & {
  /** For a line on the terminal: which database this is. */
  description: string
  /** Starts the embedded server again if it has died; says whether it did. With a server of the operator's own, never. */
  revive: () => Promise<boolean>
  /** Gives up the use of it. The last user of the embedded server stops it. */
  close: () => Promise<void>
}

const OLDEST = 15

/**
 * The database that the settings name: DATABASE_URL, or the embedded server, which is started unless it runs.
 * The three roles exist afterwards; `migrate` then brings the tables, and the roles their rights.
 */
export async function openDatabase(settings: Settings, say: (text: string) => void = () => {}): Promise<Database> {
  if (settings.DATABASE_URL) {
    const addresses = await prepare(settings.DATABASE_URL, settings)
    return {
      ...addresses,
      description: withoutPassword(settings.DATABASE_URL),
      revive: async () => false,
      close: async () => {},
    }
  }
  const server = await acquireServer(settings.PARLEY_DATA, say)
  try {
    const addresses = await prepare(server.ownerUrl, settings)
    const as = server.place.account ? ` as "${server.place.account.name}"` : ''
    const outside =
      server.place.home === settings.PARLEY_DATA ? '' : `, data in ${server.place.home}, which that account can reach`
    const description = `embedded PostgreSQL ${server.version.split('-')[0]} on port ${server.port}${as}${outside}${server.reused ? ', already running' : ''}`
    return { ...addresses, description, revive: server.revive, close: server.release }
  } catch (error) {
    await server.release()
    throw error
  }
}

async function prepare(ownerUrl: string, settings: Settings): Promise<Addresses> {
  const addresses = addressesOf(ownerUrl, settings)
  await withConnection(ownerUrl, async (owner) => {
    const { rows } = await owner.query<{ version: string; readonly: boolean }>(
      "select current_setting('server_version') as version, pg_is_in_recovery() as readonly",
    )
    const [row] = rows
    if (Number.parseInt(row?.version ?? '', 10) < OLDEST)
      throw new OperatorError(
        `The server at ${withoutPassword(ownerUrl)} is PostgreSQL ${row?.version}; Parley needs ${OLDEST} or newer.`,
      )
    if (row?.readonly)
      throw new OperatorError(
        `The server at ${withoutPassword(ownerUrl)} is a read-only standby. Use the address of the primary.`,
      )
  })
  await ensureRoles(addresses, settings)
  return addresses
}
