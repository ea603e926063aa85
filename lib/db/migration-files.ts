import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export const MIGRATIONS = join('prisma', 'migrations')

export type MigrationFile = { name: string; sql: string }

/** The migrations of this checkout, oldest first. */
export function readMigrations(): MigrationFile[] {
  if (!existsSync(MIGRATIONS)) return []
  return readdirSync(MIGRATIONS, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => ({ name, sql: readFileSync(join(MIGRATIONS, name, 'migration.sql'), 'utf8') }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** Prisma's own checksum, so that its command line agrees with us. */
export const checksumOf = (sql: string) => createHash('sha256').update(sql).digest('hex')

/** Like Prisma, blind to how the checkout ends its lines. */
export function matchesChecksum(sql: string, checksum: string): boolean {
  const unix = sql.replaceAll('\r\n', '\n')
  return [sql, unix, unix.replaceAll('\n', '\r\n')].some((variant) => checksumOf(variant) === checksum)
}
