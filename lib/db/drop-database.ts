import type pg from 'pg'

/** How often a drop is tried. Each try waits five seconds, inside PostgreSQL, for others to leave. */
const TRIES = 6
/** PostgreSQL's code for a database that others are connected to. */
const IN_USE = '55006'

/**
 * Drops a database, if it is there. `name` is one that we made ourselves: it goes into the statement as it is.
 * The owner's other connections to it are ended. Those of the app and the public role the owner may not end (it made these roles, and is
 * none of them), and one that was just closed is there for a moment longer: it is waited for, half a minute at most.
 *
 * Not `with (force)`: that also wants to end a worker of autovacuum, if one is just there, and only a superuser may.
 * The plain statement sends such a worker away on its own.
 *
 * @throws the error of PostgreSQL, when somebody stays connected.
 */
export async function dropDatabase(owner: pg.Client, name: string): Promise<void> {
  for (let tries = 1; ; tries++) {
    await owner.query(
      `select pg_terminate_backend(pid, 5000) from pg_stat_activity
        where datname = $1 and usename = current_user and pid <> pg_backend_pid()`,
      [name],
    )
    try {
      await owner.query(`drop database if exists ${name}`)
      return
    } catch (error) {
      if ((error as { code?: string }).code !== IN_USE || tries === TRIES) throw error
    }
  }
}
