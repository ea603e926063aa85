// The two connections of the application. Opened at first use, so that a build touches no database;
// kept on globalThis, so that hot reload does not open new ones.
import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { PrismaClient } from './generated/client'

const kept = globalThis as typeof globalThis & {
  parleyClients?: Map<string, PrismaClient>
  /** Here too, so that their use can be measured from outside of Next's bundles. */
  parleyPools?: Map<string, pg.Pool>
}

function clientOf(variable: 'DATABASE_APP_URL' | 'DATABASE_PUBLIC_URL'): PrismaClient {
  const url = process.env[variable]
  if (!url)
    throw new Error(
      `${variable} is not set. Start Parley with npm start or npm run dev, which open the database first.`,
    )
  kept.parleyClients ??= new Map()
  let client = kept.parleyClients.get(url)
  if (!client) {
    const pool = new pg.Pool({
      connectionString: url,
      max: 10,
      connectionTimeoutMillis: 5_000,
      idleTimeoutMillis: 30_000,
    })
    client = new PrismaClient({ adapter: new PrismaPg(pool, { disposeExternalPool: true }) })
    kept.parleyPools ??= new Map()
    kept.parleyPools.set(variable === 'DATABASE_APP_URL' ? 'app' : 'public', pool)
    kept.parleyClients.set(url, client)
  }
  return client
}

/** Reads and writes the record; may not change history. */
export const appClient = (): PrismaClient => clientOf('DATABASE_APP_URL')

/** Reads published views and nothing else. */
export const publicClient = (): PrismaClient => clientOf('DATABASE_PUBLIC_URL')

/** Closes every connection of this process; for scripts and tests that end. */
export async function closeClients(): Promise<void> {
  const clients = [...(kept.parleyClients?.values() ?? [])]
  kept.parleyClients?.clear()
  kept.parleyPools?.clear()
  await Promise.all(clients.map((client) => client.$disconnect()))
}
