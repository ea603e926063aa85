import 'server-only'
import { appClient } from '@/lib/db/client'
import { type Actor, allow } from '@/lib/domain/account/actor'
import type { KeptView } from './view'

/** What this person keeps, newest first. */
export async function listKeptViews(actor: Actor): Promise<KeptView[]> {
  allow(actor, 'keep views and notes')
  const rows = await appClient().keptView.findMany({
    where: { owner: actor.id },
    orderBy: [{ keptAt: 'desc' }, { id: 'desc' }],
  })
  return rows.map(({ owner: _, keptAt, ...row }) => ({ ...row, keptAt: keptAt.toISOString() }))
}
