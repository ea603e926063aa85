import 'server-only'
import { appClient } from '@/lib/db/client'
import { type Actor, allow } from '@/lib/domain/account/actor'
import { readPlace, writeCursor } from '@/lib/domain/filter/cursor'
import { PAGE_SIZE, type Page } from '@/lib/domain/filter/schema'
import { parse } from '@/lib/domain/parse'
import { readRows } from './rows'
import { activityFilterSchema, placeSchema } from './schema'
import type { ActivityFilter, ActivityRow } from './view'

/** Who did what, newest first. */
export async function listActivity(
  actor: Actor,
  input: ActivityFilter,
  cursor: string | null = null,
): Promise<Page<ActivityRow>> {
  allow(actor, 'read the activity log')
  const filter = parse(activityFilterSchema, input)
  const rows = await readRows(
    appClient(),
    filter,
    cursor === null ? null : readPlace(cursor, placeSchema),
    PAGE_SIZE + 1,
  )
  const items = rows.slice(0, PAGE_SIZE)
  const last = items.at(-1)
  return { items, next: last && rows.length > PAGE_SIZE ? writeCursor([last.at, last.id]) : null }
}

/** Everybody whose doings the log may hold, for a choice. */
export async function listActors(actor: Actor): Promise<{ id: string; name: string }[]> {
  allow(actor, 'read the activity log')
  return appClient().person.findMany({ select: { id: true, name: true }, orderBy: { name: 'asc' } })
}
