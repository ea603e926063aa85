import type pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { canonicalHash } from '@/lib/db/canonical-hash'
import { withConnection } from '@/lib/db/connection'
import { readApplied } from '@/lib/db/migrate'
import { quoted } from '@/lib/db/quoted'
import { listSequences, listTables, PLAIN_TEXT, type Table } from '@/lib/db/tables'
import { OperatorError } from '@/lib/operator-error'
import { END, type Header, newHeader } from './header'
import { writeSealed } from './sealed-file'

/** Writes every table of the database, as it is at one instant, to a file. Others go on reading and writing meanwhile. */
export async function backUp(ownerUrl: string, file: string): Promise<Header> {
  return withConnection(ownerUrl, async (owner) => {
    const tables = await beginSnapshot(owner)
    const header = await describe(owner, tables)
    await writeSealed(file, contentOf(owner, header, tables))
    return header
  })
}

/** The tables are locked against migrations before the snapshot is taken: one that rewrites a table looks empty in an older snapshot. */
async function beginSnapshot(owner: pg.Client): Promise<Table[]> {
  const names = (tables: Table[]) => tables.map(({ name }) => quoted(name)).join(', ')
  const before = names(await listTables(owner))
  if (before === '') throw new OperatorError('The database is empty: there is nothing to back up.')
  await owner.query('begin isolation level repeatable read, read only')
  await owner.query(`lock table ${before} in access share mode`)
  await owner.query(PLAIN_TEXT)
  const tables = await listTables(owner)
  if (names(tables) !== before)
    throw new OperatorError('The schema was changed at this very moment. Take the backup again.')
  return tables
}

async function describe(owner: pg.Client, tables: Table[]): Promise<Header> {
  const migrations = (await readApplied(owner))
    .map(({ name, checksum }) => ({ name, checksum }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
  const rows: Header['rows'] = {}
  for (const { name } of tables) {
    const counted = await owner.query<{ count: string }>(`select count(*) from ${quoted(name)}`)
    rows[name] = Number(counted.rows[0]?.count)
  }
  // Sequences know no snapshot: read now, they are at least as far as the rows.
  const sequences: Header['sequences'] = {}
  for (const name of await listSequences(owner)) {
    const state = await owner.query<{ value: string; used: boolean }>(
      `select last_value::text as value, is_called as used from ${quoted(name)}`,
    )
    sequences[name] = state.rows[0] as { value: string; used: boolean }
  }
  return newHeader({ migrations, rows, sequences, canonicalHash: await canonicalHash(owner) })
}

async function* contentOf(owner: pg.Client, header: Header, tables: Table[]): AsyncGenerator<Buffer | string> {
  yield `${JSON.stringify(header)}\n`
  for (const { name, columns } of tables) {
    const written = columns.filter(({ derived }) => !derived).map((column) => column.name)
    yield `${JSON.stringify({ table: name, columns: written })}\n`
    const rows = `copy (select ${written.map(quoted).join(', ')} from ${quoted(name)}) to stdout`
    yield* owner.query(copyTo(rows)) as AsyncIterable<Buffer>
    yield END
  }
}
