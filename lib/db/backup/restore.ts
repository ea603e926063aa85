import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { canonicalHash } from '@/lib/db/canonical-hash'
import { withConnection, withDatabaseLock } from '@/lib/db/connection'
import { migrate } from '@/lib/db/migrate'
import { quoted } from '@/lib/db/quoted'
import type { Addresses } from '@/lib/db/roles'
import { listTables, PLAIN_TEXT } from '@/lib/db/tables'
import { END, type Header, parseHeader, tableSchema } from './header'
import { Lines } from './lines'
import { prepareSchema } from './prepare-schema'
import { checkSeal, readSealed } from './sealed-file'
import { suspendRules } from './suspend-rules'

/**
 * Fills an empty database from a backup, in one transaction: the schema of the backup, all rows, and a comparison of the canonical
 * hash. Then the migrations that are newer than the backup. Returns what the backup said of itself, and the names of those.
 */
export async function restore(roles: Addresses, file: string): Promise<{ header: Header; migrated: string[] }> {
  await checkSeal(file)
  const header = await withConnection(roles.ownerUrl, (owner) =>
    withDatabaseLock(owner, 'parley migrate', () =>
      readSealed(file, async (content) => {
        await owner.query('begin')
        try {
          const restored = await fill(owner, new Lines(content))
          await owner.query('commit')
          return restored
        } catch (error) {
          await owner.query('rollback').catch(() => {})
          throw error
        }
      }),
    ),
  )
  return { header, migrated: await migrate(roles.ownerUrl, { roles }) }
}

async function fill(owner: pg.Client, lines: Lines): Promise<Header> {
  const header = parseHeader((await lines.next()) ?? '')
  await owner.query(PLAIN_TEXT)
  await prepareSchema(owner, header)
  const putBack = await suspendRules(owner)
  const tables = (await listTables(owner)).map(({ name }) => quoted(name)).join(', ')
  await owner.query(`truncate ${tables}`) // of what migrations themselves have put in, which is in the backup too
  for (let line = await lines.next(); line !== null; line = await lines.next()) {
    const { table, columns } = tableSchema.parse(JSON.parse(line))
    const into = owner.query(copyFrom(`copy ${quoted(table)} (${columns.map(quoted).join(', ')}) from stdin`))
    await pipeline(Readable.from(lines.until(END), { objectMode: false }), into)
  }
  for (const [name, { value, used }] of Object.entries(header.sequences))
    await owner.query('select setval($1::regclass, $2::bigint, $3)', [quoted(name), value, used])
  await putBack()
  const hash = await canonicalHash(owner)
  if (hash !== header.canonicalHash)
    throw new Error(
      `The restored record has the hash ${hash}, the backup ${header.canonicalHash}. Nothing was written.`,
    )
  await owner.query(`analyze ${tables}`)
  await owner.query("select pg_notify('parley_publication', 'restore')")
  return header
}
