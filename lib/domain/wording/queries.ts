import 'server-only'
import { appClient } from '@/lib/db/client'
import { published } from '@/lib/db/read'
import { type Actor, allow } from '@/lib/domain/account/actor'
import { dayOf } from '@/lib/domain/time/day'
import type { DeskWordings, Wording } from './view'

/** What readers see of the wordings of a demand: all of them, newest first. */
export async function listWordings(negotiation: string, demand: string): Promise<Wording[]> {
  const rows = await published().publishedWording.findMany({
    where: { negotiation, demand },
    orderBy: { number: 'desc' },
  })
  return rows.map(({ wordedAt, number, proposition, lowEnd, highEnd, reason }) => ({
    ...{ number, proposition, lowEnd, highEnd, reason },
    since: wordedAt.toISOString(),
  }))
}

/** Of these entries, those that were coded under an earlier wording. */
export async function listEarlierCoded(entries: readonly string[]): Promise<string[]> {
  const rows = await published().publishedEarlierWording.findMany({
    where: { entry: { in: [...entries] } },
    select: { entry: true },
  })
  return rows.map(({ entry }) => entry)
}

/** The same for editors, with who worded it and which entries wait to be looked at. */
export async function getDeskWordings(actor: Actor, negotiation: string, demand: string): Promise<DeskWordings> {
  allow(actor, 'amend reference data')
  const db = appClient()
  const here = { demand: { slug: demand, negotiation: { slug: negotiation } } }
  const [wordings, entries, waiting] = await Promise.all([
    db.demandWording.findMany({ where: here, orderBy: { number: 'desc' } }),
    db.entry.count({ where: { ...here, livePublicationId: { not: null } } }),
    db.publishedEarlierWording.findMany({ where: { negotiation, demand } }),
  ])
  const rows = await db.publishedEntry.findMany({
    where: { id: { in: waiting.map(({ entry }) => entry) } },
    orderBy: [{ heldFrom: 'desc' }, { ordinal: 'desc' }],
  })
  const parties = await db.party.findMany({
    where: { negotiation: { slug: negotiation } },
    select: { slug: true, name: true },
  })
  const codedUnder = new Map(waiting.map(({ entry, wording }) => [entry, wording]))
  return {
    wordings: wordings.map(({ number, proposition, lowEnd, highEnd, wordedAt, wordedBy, reason }) => ({
      ...{ number, proposition, lowEnd, highEnd, reason },
      since: wordedAt.toISOString(),
      by: wordedBy,
    })),
    entries,
    earlier: rows.map(({ id, party, stance, heldFrom, summary }) => ({
      ...{ id, stance, summary },
      party: parties.find(({ slug }) => slug === party)?.name ?? party,
      heldFrom: dayOf(heldFrom),
      wording: codedUnder.get(id) ?? 1,
    })),
  }
}
