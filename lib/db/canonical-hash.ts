import { createHash } from 'node:crypto'
import type pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { quoted } from './quoted'
import { listTables, PLAIN_TEXT, type Table } from './tables'

/**
 * One hash over the whole record: the same rows have the same hash on every server, in whatever order they were written.
 * SHA-256 over each table by name: its name and its columns by name, then its rows in PostgreSQL's text form of COPY, by primary
 * key (by all columns where there is none). Call it inside a transaction, of which it takes the settings.
 */
export async function canonicalHash(client: pg.Client): Promise<string> {
  await client.query(PLAIN_TEXT)
  const hash = createHash('sha256')
  for (const table of await listTables(client)) {
    const columns = table.columns.map(({ name }) => name).sort()
    hash.update(`${JSON.stringify([table.name, columns])}\n`)
    for await (const chunk of client.query(copyTo(rowsOf(table, columns)))) hash.update(chunk as Buffer)
  }
  return hash.digest('hex')
}

function rowsOf({ name, primaryKey }: Table, columns: string[]): string {
  const order = (primaryKey.length > 0 ? primaryKey : columns).map((column) => `${quoted(column)}::text collate "C"`)
  return `copy (select ${columns.map(quoted).join(', ')} from ${quoted(name)} order by ${order.join(', ')}) to stdout`
}
