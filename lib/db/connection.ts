import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { OperatorError } from '@/lib/operator-error'
import { withoutPassword } from '@/lib/settings'

const STARTING_UP = '57P03'

/** Connects, or throws an OperatorError that says what to do. For the work around a start; the app itself uses the Prisma client. */
export async function connect(url: string): Promise<pg.Client> {
  for (let attempt = 0; ; attempt++) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000, application_name: 'parley' })
    client.on('error', () => {}) // a lost connection fails the query at hand, which is where it is handled
    try {
      await client.connect()
      return client
    } catch (error) {
      await client.end().catch(() => {})
      if ((error as { code?: string }).code === STARTING_UP && attempt < 60) await sleep(500)
      else throw explain(error, url)
    }
  }
}

/** Connects for one piece of work. */
export async function withConnection<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = await connect(url)
  try {
    return await work(client)
  } finally {
    await client.end().catch(() => {})
  }
}

/** Runs the work while holding a lock in the database itself, so that it happens once over all machines. */
export async function withDatabaseLock<T>(client: pg.Client, name: string, work: () => Promise<T>): Promise<T> {
  await client.query('select pg_advisory_lock(hashtextextended($1, 0))', [name])
  try {
    return await work()
  } finally {
    await client.query('select pg_advisory_unlock(hashtextextended($1, 0))', [name]).catch(() => {})
  }
}

/** Turns what the driver throws into what the person at the terminal can do about it. */
function explain(error: unknown, address: string): OperatorError {
  const { hostname, port, pathname, username } = new URL(address)
  const where = `${hostname}:${port || 5432}`
  const database = decodeURIComponent(pathname.slice(1))
  const cause = (error instanceof AggregateError ? error.errors[0] : error) as { code?: string; message?: string }
  const advice: Record<string, string> = {
    ECONNREFUSED: `Nothing listens at ${where}. Is the PostgreSQL server running, and are host and port right?`,
    ENOTFOUND: `There is no host called "${hostname}". Is the name right?`,
    EAI_AGAIN: `The host "${hostname}" cannot be looked up at the moment. Is the name right, is there a network?`,
    EHOSTUNREACH: `The host "${hostname}" cannot be reached. Is the address right, is there a network?`,
    ETIMEDOUT: `${where} does not answer. Is the address right, does a firewall stand between?`,
    ECONNRESET: `${where} hung up. Is it a PostgreSQL server?`,
    '28P01': `The server refuses user "${username}" with this password. Is the password right (with its special characters %-encoded)?`,
    '28000': `The server lets user "${username}" not in from here. Does the user exist, and does pg_hba.conf allow it?`,
    '3D000': `There is no database "${database}" on the server. Make it: create database "${database}" owner "${username}"`,
    '42501': `User "${username}" may not connect to database "${database}". As its owner: grant connect on database "${database}" to "${username}"`,
    '53300': 'The server has no connection left. Close some, or raise its max_connections.',
  }
  const text =
    advice[cause.code ?? ''] ??
    (/timeout/i.test(cause.message ?? '') ? advice.ETIMEDOUT : null) ??
    (/SSL|certificate/i.test(cause.message ?? '')
      ? `${cause.message}. Add ?sslmode=require, ?sslmode=no-verify or ?sslmode=disable to the address, as the server wants it.`
      : cause.message)
  return new OperatorError(`No connection to the database ${withoutPassword(address)}\n${text}`, { cause: error })
}
