import 'server-only'
import { appClient } from '@/lib/db/client'
import { type Actor, allow } from '@/lib/domain/account/actor'
import { DomainError } from '@/lib/domain/error'
import { dayOf } from '@/lib/domain/time/day'
import type { DeskNegotiation } from './desk-view'

const COUNTED = { parties: true, speakers: true, topics: true, demands: true, events: true, sources: true } as const

/** Every negotiation, also those in preparation. */
export async function listDeskNegotiations(actor: Actor): Promise<DeskNegotiation[]> {
  allow(actor, 'amend reference data')
  const rows = await appClient().negotiation.findMany({
    orderBy: [{ startedOn: 'asc' }, { slug: 'asc' }],
    include: { _count: { select: { ...COUNTED, entries: { where: { livePublicationId: { not: null } } } } } },
  })
  return rows.map(({ id: _, startedOn, _count, ...row }) => ({ ...row, startedOn: dayOf(startedOn), count: _count }))
}

export async function getDeskNegotiation(actor: Actor, slug: string): Promise<DeskNegotiation> {
  const found = (await listDeskNegotiations(actor)).find((negotiation) => negotiation.slug === slug)
  if (!found) throw new DomainError('NOT_FOUND', 'There is no such negotiation.')
  return found
}

/** The one title to choose by, for everyone at the desk. */
export async function listTitles(actor: Actor): Promise<Record<string, string>> {
  allow(actor, 'enter the desk')
  const rows = await appClient().negotiation.findMany({ select: { slug: true, title: true } })
  return Object.fromEntries(rows.map(({ slug, title }) => [slug, title]))
}
