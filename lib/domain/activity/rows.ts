import 'server-only'
import { Prisma } from '@/lib/db/generated/client'
import type { Transaction } from '@/lib/db/write'
import { detailLines, rowNumber } from './details'
import type { Place } from './schema'
import { nameSubjects } from './subjects'
import type { ActivityFilter, ActivityRow } from './view'

type Stored = {
  id: number
  at: string
  actor: string
  action: string
  kind: string
  subject: string
  details: unknown
}

/** Rows of the log, newest first, from a place on: a walk along the index of what is asked for. */
export async function readRows(
  db: Pick<Transaction, '$queryRaw' | 'entry' | 'source' | 'person'>,
  filter: ActivityFilter,
  after: Place | null,
  size: number,
): Promise<ActivityRow[]> {
  const rows = await db.$queryRaw<Stored[]>`
    select id, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, actor, action, subject_kind as kind, subject_id as subject, details
    from audit where ${conditions(filter, after)} order by audit.at desc, id desc limit ${size}`
  const names = await nameSubjects(db, rows)
  return rows.map(({ details, ...row }) => ({
    ...row,
    name: names.get(`${row.kind} ${row.subject}`) ?? null,
    details: detailLines(row.kind, details),
    review: rowNumber(details, 'review'),
    undo: row.kind === 'undo' ? Number(row.subject) : rowNumber(details, 'undo'),
  }))
}

/** In SQL; days are days in UTC, as everywhere at the desk. */
export function conditions(filter: ActivityFilter, after: Place | null): Prisma.Sql {
  const all: Prisma.Sql[] = [Prisma.sql`true`]
  if (filter.person !== null) all.push(Prisma.sql`actor = ${filter.person}`)
  if (filter.action !== null) all.push(Prisma.sql`action = ${filter.action}`)
  if (filter.kind !== null) all.push(Prisma.sql`subject_kind = ${filter.kind}`)
  if (filter.subject !== null) all.push(Prisma.sql`subject_id = ${filter.subject}`)
  if (filter.from !== null) all.push(Prisma.sql`audit.at >= ${`${filter.from}T00:00:00Z`}::timestamptz`)
  if (filter.to !== null) all.push(Prisma.sql`audit.at < ${`${filter.to}T00:00:00Z`}::timestamptz + interval '1 day'`)
  if (after !== null) all.push(Prisma.sql`(audit.at, id) < (${after[0]}::timestamptz, ${after[1]}::int)`)
  return Prisma.join(all, ' and ')
}
