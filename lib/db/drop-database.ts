import type pg from 'pg'

/**
 * Drops a database, if it is there, with whoever is still connected to it. `name` is one that we made ourselves: it goes into the statement as it is.
 *
 * Not `with (force)`: that also wants to end a worker of autovacuum, if one is just there, and only a superuser may.
 * The plain statement sends such a worker away on its own.
 */
export async function dropDatabase(owner: pg.Client, name: string): Promise<void> {
  await owner.query(
    'select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = $1 and usesysid is not null',
    [name],
  )
  await owner.query(`drop database if exists ${name}`)
}
