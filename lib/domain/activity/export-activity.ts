import 'server-only'
import { appClient } from '@/lib/db/client'
import { write } from '@/lib/db/write'
import { type Actor, allow } from '@/lib/domain/account/actor'
import { listNames } from '@/lib/domain/account/names'
import { parse } from '@/lib/domain/parse'
import { readRows } from './rows'
import { activityFilterSchema, type Place } from './schema'
import type { ActivityFilter, ActivityRow } from './view'

const BATCH = 500

export type ExportedRow = ActivityRow & { who: string }

/**
 * Everything that the filter finds, newest first, a batch at a time. That somebody took it along is in the log before the first row is
 * given out; that row itself is not in the file.
 */
export async function exportActivity(actor: Actor, input: ActivityFilter): Promise<AsyncGenerator<ExportedRow[]>> {
  allow(actor, 'read the activity log')
  const filter = parse(activityFilterSchema, input)
  const until = await write(actor.id, async (transaction, note) => {
    const [now] = await transaction.$queryRaw<{ at: string }[]>`
      select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at`
    const asked = Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== null))
    note({ action: 'export activity log', subjectKind: 'activity log', subjectId: 'csv', details: asked })
    return (now as { at: string }).at
  })
  return batches(actor, filter, [until, 0])
}

async function* batches(actor: Actor, filter: ActivityFilter, from: Place): AsyncGenerator<ExportedRow[]> {
  let place = from
  for (;;) {
    const rows = await readRows(appClient(), filter, place, BATCH)
    const names = await listNames(
      actor,
      rows.map((row) => row.actor),
    )
    if (rows.length > 0) yield rows.map((row) => ({ ...row, who: names[row.actor] ?? row.actor }))
    const last = rows.at(-1)
    if (!last || rows.length < BATCH) return
    place = [last.at, last.id]
  }
}
