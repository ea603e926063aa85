import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type pg from 'pg'
import { OperatorError } from '@/lib/operator-error'
import { connect, withConnection, withDatabaseLock } from './connection'
import { quoted } from './quoted'

/** The three addresses of one database: migrations go through the owner, writing through app, public pages through public. */
export type Addresses = { ownerUrl: string; appUrl: string; publicUrl: string }

type Given = { DATABASE_APP_URL?: string | undefined; DATABASE_PUBLIC_URL?: string | undefined }

/**
 * The addresses for app and public, whether or not those roles exist yet. Their passwords are derived from the owner's, so that
 * several processes with the same DATABASE_URL agree and nothing is stored.
 */
export function addressesOf(ownerUrl: string, given: Given = {}): Addresses {
  const appUrl = given.DATABASE_APP_URL ?? derive(ownerUrl, 'app')
  const publicUrl = given.DATABASE_PUBLIC_URL ?? derive(ownerUrl, 'public')
  return { ownerUrl, appUrl, publicUrl }
}

/** Makes the roles that are missing and sets passwords that no longer fit. Quick when all is well: it only tries the doors. */
export async function ensureRoles(addresses: Addresses, given: Given = {}): Promise<void> {
  const derived = [
    given.DATABASE_APP_URL ? [] : addresses.appUrl,
    given.DATABASE_PUBLIC_URL ? [] : addresses.publicUrl,
  ].flat()
  const closed: string[] = []
  for (const url of [addresses.appUrl, addresses.publicUrl]) {
    const failure = await connect(url).then(
      (client) => client.end(),
      (error: unknown) => error,
    )
    if (failure && !derived.includes(url)) throw failure
    if (failure) closed.push(url)
  }
  if (closed.length === 0) return
  await withConnection(addresses.ownerUrl, (owner) =>
    withDatabaseLock(owner, 'parley roles', async () => {
      for (const url of closed) await createOrReset(owner, addresses, url)
    }),
  )
  for (const url of closed) await withConnection(url, async () => {})
}

/** Gives the roles their rights, from prisma/sql/grants.sql, where :app and :public stand for their names. */
export async function grantRights(owner: pg.Client, { appUrl, publicUrl }: Addresses): Promise<void> {
  const sql = await readFile('prisma/sql/grants.sql', 'utf8')
  const names: Record<string, string> = { app: quoted(roleOf(appUrl)), public: quoted(roleOf(publicUrl)) }
  await owner.query(
    `begin;\n${sql.replace(/(?<!:):(app|public)\b/g, (_, name: string) => names[name] as string)}\n;commit`,
  )
}

async function createOrReset(owner: pg.Client, addresses: Addresses, url: string): Promise<void> {
  const role = roleOf(url)
  const { rowCount } = await owner.query('select from pg_roles where rolname = $1', [role])
  const verb = rowCount ? 'alter' : 'create'
  try {
    await owner.query(`${verb} role ${quoted(role)} login password '${scramVerifier(new URL(url).password)}'`)
  } catch (error) {
    if ((error as { code?: string }).code !== '42501') throw error
    const [app, open] = [addresses.appUrl, addresses.publicUrl].map((one) => quoted(roleOf(one)))
    throw new OperatorError(
      `${quoted(roleOf(addresses.ownerUrl))} may not ${verb} the role ${quoted(role)}, which Parley needs beside the owner.\n` +
        `Either let it, as a superuser:\n` +
        `  alter role ${quoted(roleOf(addresses.ownerUrl))} createrole;\n` +
        (rowCount
          ? `  drop role ${quoted(role)};   -- it was made by somebody else and its password is not known\n`
          : '') +
        `or make both roles yourself, and set DATABASE_APP_URL and DATABASE_PUBLIC_URL to their addresses:\n` +
        `  create role ${app} login password '…';\n  create role ${open} login password '…';`,
    )
  }
}

function derive(ownerUrl: string, suffix: string): string {
  const url = new URL(ownerUrl)
  const owner = roleOf(ownerUrl)
  if (!url.password || !owner)
    throw new OperatorError(
      'DATABASE_URL holds no password, from which those of the other two roles are derived.\n' +
        'Put it into the address (postgresql://user:password@host/database), or make the two roles and set DATABASE_APP_URL and DATABASE_PUBLIC_URL:\n' +
        `  create role ${quoted(`${owner || 'parley'}_app`)} login password '…';\n  create role ${quoted(`${owner || 'parley'}_public`)} login password '…';`,
    )
  const role = `${owner}_${suffix}`
  url.username = encodeURIComponent(role)
  url.password = createHmac('sha256', decodeURIComponent(url.password)).update(role).digest('base64url')
  return url.href
}

const roleOf = (url: string) => decodeURIComponent(new URL(url).username)

/** What PostgreSQL itself would store (RFC 5803), so that the password never stands in a statement, and so in no server log. */
function scramVerifier(password: string): string {
  const salt = randomBytes(16)
  const iterations = 4096
  const salted = pbkdf2Sync(password, salt, iterations, 32, 'sha256')
  const keyed = (text: string) => createHmac('sha256', salted).update(text).digest()
  const stored = createHash('sha256').update(keyed('Client Key')).digest('base64')
  return `SCRAM-SHA-256$${iterations}:${salt.toString('base64')}$${stored}:${keyed('Server Key').toString('base64')}`
}
