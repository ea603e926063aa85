import type pg from 'pg'
import { quoted } from '@/lib/db/quoted'

/**
 * Takes triggers and foreign keys away for the transaction at hand, so that rows can be written as they were and in any order:
 * the triggers were obeyed when the rows were first written, and the keys run in circles. Returns what puts them back; the keys are
 * then checked over all rows. The owner may do this, no superuser is needed.
 */
export async function suspendRules(owner: pg.Client): Promise<() => Promise<void>> {
  const back: string[] = []
  const triggers = await owner.query<{ table: string; name: string; mode: string }>(
    `select c.relname as table, t.tgname as name, t.tgenabled as mode from pg_trigger t join pg_class c on c.oid = t.tgrelid
     where c.relnamespace = 'public'::regnamespace and not t.tgisinternal and t.tgenabled in ('O', 'A') and t.tgparentid = 0`,
  )
  for (const { table, name, mode } of triggers.rows) {
    await owner.query(`alter table ${quoted(table)} disable trigger ${quoted(name)}`)
    back.push(`alter table ${quoted(table)} enable ${mode === 'A' ? 'always' : ''} trigger ${quoted(name)}`)
  }
  const keys = await owner.query<{ table: string; name: string; definition: string }>(
    `select c.relname as table, k.conname as name, pg_get_constraintdef(k.oid) as definition
     from pg_constraint k join pg_class c on c.oid = k.conrelid
     where c.relnamespace = 'public'::regnamespace and k.contype = 'f' and k.conparentid = 0 order by c.relname, k.conname`,
  )
  for (const { table, name, definition } of keys.rows) {
    await owner.query(`alter table ${quoted(table)} drop constraint ${quoted(name)}`)
    back.push(`alter table ${quoted(table)} add constraint ${quoted(name)} ${definition}`)
  }
  return async () => {
    for (const statement of back) await owner.query(statement)
  }
}
