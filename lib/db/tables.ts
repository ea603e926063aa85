import type pg from 'pg'

export type Table = {
  name: string
  /** In the order of the table; `derived` ones are computed by the database and cannot be written. */
  columns: { name: string; derived: boolean }[]
  primaryKey: string[]
}

/** The tables of the record, by name: all that there are, so that what a later migration adds is never forgotten. Prisma's book of migrations is none. */
export async function listTables(client: pg.Client): Promise<Table[]> {
  const { rows } = await client.query<Table>(
    `select c.relname as name,
       (select json_agg(json_build_object('name', a.attname, 'derived', a.attgenerated <> '') order by a.attnum)
          from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns,
       coalesce((select json_agg(a.attname order by array_position(k.conkey, a.attnum))
          from pg_constraint k join pg_attribute a on a.attrelid = c.oid and a.attnum = any (k.conkey)
         where k.conrelid = c.oid and k.contype = 'p'), '[]') as "primaryKey"
     from pg_class c
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
       and c.relname <> '_prisma_migrations'
     order by c.relname collate "C"`,
  )
  return rows
}

export async function listSequences(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'S' order by relname collate "C"`,
  )
  return rows.map(({ name }) => name)
}

/** Makes the text form of every value the same on every server, and lifts limits that are meant for requests. For the transaction at hand. */
export const PLAIN_TEXT = `set local datestyle = 'ISO, YMD'; set local intervalstyle = 'iso_8601'; set local timezone = 'UTC';
  set local extra_float_digits = 1; set local bytea_output = 'hex'; set local client_encoding = 'UTF8'; set local search_path = public;
  set local statement_timeout = 0; set local lock_timeout = 0; set local idle_in_transaction_session_timeout = 0; set local row_security = off`
