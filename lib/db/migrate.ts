import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { OperatorError } from '@/lib/operator-error'
import { withConnection, withDatabaseLock } from './connection'
import { checksumOf, MIGRATIONS, type MigrationFile, matchesChecksum, readMigrations } from './migration-files'
import { type Addresses, addressesOf, grantRights } from './roles'

export type Applied = { name: string; checksum: string; finished: boolean; logs: string | null }

/** Where we keep what is applied: the very table that Prisma's own command line keeps, so that either can be used. */
const BOOK = `create table if not exists _prisma_migrations (
  id varchar(36) primary key not null, checksum varchar(64) not null, finished_at timestamptz, migration_name varchar(255) not null,
  logs text, rolled_back_at timestamptz, started_at timestamptz not null default now(), applied_steps_count integer not null default 0)`

/**
 * Brings the database to the schema of this checkout, gives the roles their rights, and returns the names of the migrations applied.
 *
 * Each migration and its line in the book are one transaction. Prisma's engine writes the line apart from the migration, so that a
 * process killed between the two needs a repair by hand; here there is nothing in between.
 */
export async function migrate(
  ownerUrl: string,
  { roles = addressesOf(ownerUrl), onApply = () => {} }: { roles?: Addresses; onApply?: (name: string) => void } = {},
): Promise<string[]> {
  const files = readMigrations()
  return withConnection(ownerUrl, (owner) =>
    withDatabaseLock(owner, 'parley migrate', async () => {
      const pending = findPending(files, await readApplied(owner))
      for (const file of pending) {
        onApply(file.name)
        await apply(owner, file)
      }
      await grantRights(owner, roles)
      return pending.map(({ name }) => name)
    }).catch((error: unknown) => {
      throw explainMissingRight(error, ownerUrl)
    }),
  )
}

/** What is applied to the database; nothing when it is empty, an error when it is somebody else's. */
export async function readApplied(owner: pg.Client): Promise<Applied[]> {
  const { rows } = await owner.query<{ kept: boolean; others: boolean }>(
    `select to_regclass('_prisma_migrations') is not null as kept,
            exists (select from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'v', 'm', 'p')) as others`,
  )
  if (!rows[0]?.kept) {
    if (rows[0]?.others)
      throw new OperatorError(
        'The database holds tables that are not of Parley. Parley wants a database of its own:\n' +
          '  create database parley;   -- and then use its name in DATABASE_URL',
      )
    return []
  }
  const applied = await owner.query<Applied>(
    `select migration_name as name, checksum, finished_at is not null as finished, logs
       from _prisma_migrations where rolled_back_at is null order by started_at`,
  )
  return applied.rows
}

/** What is still to be done, or an error when the database and this checkout do not belong together. */
export function findPending(files: MigrationFile[], applied: Applied[]): MigrationFile[] {
  const known = new Map(files.map((file) => [file.name, file]))
  const names = (list: { name: string }[]) => list.map(({ name }) => name).join(', ')

  const failed = applied.find((one) => !one.finished)
  if (failed)
    throw new OperatorError(
      `The migration ${failed.name} was begun by Prisma's own command line and not finished.\n${failed.logs ?? ''}\n` +
        'Look at what it has done, mend it, then mark it: npx prisma migrate resolve --rolled-back (or --applied) ' +
        failed.name,
    )
  const unknown = applied.filter(({ name }) => !known.has(name))
  if (unknown.length > 0)
    throw new OperatorError(
      `The database is newer than this checkout: it has ${names(unknown)}, which ${MIGRATIONS} does not.\n` +
        'Bring the checkout up to date (git pull && npm ci), or use another database (DATABASE_URL, or PARLEY_DATA for the embedded one).',
    )
  const changed = applied.filter(({ name, checksum }) => !matchesChecksum(known.get(name)?.sql ?? '', checksum))
  if (changed.length > 0)
    throw new OperatorError(
      `Changed after it was applied to this database: ${names(changed)}.\n` +
        `Bring the file back (git checkout -- ${MIGRATIONS}) and put the change into a new migration: npm run migrate -- --create "what it does"`,
    )
  const done = new Set(applied.map(({ name }) => name))
  return files.filter(({ name }) => !done.has(name))
}

async function apply(owner: pg.Client, file: MigrationFile): Promise<void> {
  await owner.query('begin')
  await applyWithin(owner, file)
  await owner.query('commit')
}

/** Applies one migration inside the transaction at hand, which is rolled back when it fails. */
export async function applyWithin(owner: pg.Client, { name, sql }: MigrationFile): Promise<void> {
  try {
    await owner.query(BOOK)
    await owner.query(sql)
    await owner.query(
      `insert into _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       values ($1, $2, $3, clock_timestamp(), clock_timestamp(), 1)`,
      [randomUUID(), checksumOf(sql), name],
    )
  } catch (error) {
    await owner.query('rollback').catch(() => {})
    const { code, message, position } = error as { code?: string; message: string; position?: string }
    if (code === '42501') throw error
    const line = position ? ` (line ${sql.slice(0, Number(position)).split('\n').length} of its migration.sql)` : ''
    throw new OperatorError(`The migration ${name} failed${line}: ${message}\nNothing of it was applied.`, {
      cause: error,
    })
  }
}

function explainMissingRight(error: unknown, ownerUrl: string): unknown {
  const { code, message } = error as { code?: string; message?: string }
  if (code !== '42501') return error
  const { username, pathname } = new URL(ownerUrl)
  const [user, database] = [decodeURIComponent(username), decodeURIComponent(pathname.slice(1))]
  return new OperatorError(
    `"${user}" has not the rights that migrating needs: ${message}.\nMake it the owner of the database, as a superuser:\n` +
      `  alter database "${database}" owner to "${user}";\n` +
      '(and of the tables, if another role made them: reassign owned by "that role" to this one, inside that database)',
  )
}
