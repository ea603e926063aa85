import 'server-only'
import { cache } from 'react'
import { published } from '@/lib/db/read'
import { DomainError, type Fault } from '@/lib/domain/error'
import { dayOf } from '@/lib/domain/time/day'
import type { Overview } from './overview-schema'

/** One negotiation with its columns, rows and events, without its entries. */
export async function getOverview(slug: string): Promise<Overview> {
  const overview = await findOverview(slug)
  if (!overview) throw new DomainError('NOT_FOUND', `There is no negotiation "${slug}".`)
  return overview
}

/** The same, or null when there is no such negotiation. Read once for a page and its head. */
export const findOverview = cache(async (slug: string): Promise<Overview | null> => {
  const db = published()
  const head = await db.publishedNegotiation.findFirst({ where: { slug } })
  if (!head) return null
  const here = {
    where: { negotiation: slug },
    orderBy: { ordinal: 'asc' },
    omit: { negotiation: true, ordinal: true },
  } as const
  const [parties, speakers, topics, demands, events] = await Promise.all([
    db.publishedParty.findMany(here),
    db.publishedSpeaker.findMany(here),
    db.publishedTopic.findMany(here),
    db.publishedDemand.findMany(here),
    db.publishedEvent.findMany(here),
  ])
  // The database's checks keep these columns to the words of the schemas, which is why the cast is safe.
  return {
    ...head,
    startedOn: dayOf(head.startedOn),
    parties,
    speakers,
    topics,
    demands,
    events: events.map(({ startsOn, endsOn, ...event }) => ({
      ...event,
      date: dayOf(startsOn),
      endDate: endsOn && dayOf(endsOn),
    })),
  } as Overview
})

type Asked = { party?: string[] | undefined; demand?: string[] | undefined; topic?: string[] | undefined }

/** Throws when there is no such negotiation, or a party, demand or topic is asked for that it does not have: an empty list would look like an answer. */
export async function requireNames(negotiation: string, asked: Asked): Promise<void> {
  const db = published()
  const names = { where: { negotiation }, select: { slug: true } } as const
  const [head, parties, demands, topics] = await Promise.all([
    db.publishedNegotiation.findFirst({ where: { slug: negotiation } }),
    asked.party ? db.publishedParty.findMany(names) : [],
    asked.demand ? db.publishedDemand.findMany(names) : [],
    asked.topic ? db.publishedTopic.findMany(names) : [],
  ])
  if (!head) throw new DomainError('NOT_FOUND', `There is no negotiation "${negotiation}".`)
  refuseNames(asked, { party: parties, demand: demands, topic: topics })
}

/** Throws where a name is asked for that is none of these. */
export function refuseNames(asked: Asked, known: Record<keyof Asked, { slug: string }[]>): void {
  const missing = (at: keyof Asked): Fault[] =>
    (asked[at] ?? [])
      .filter((slug) => !known[at].some((one) => one.slug === slug))
      .map((slug) => ({ at, text: `"${slug}" is no ${at} of this negotiation` }))
  const faults = [...missing('party'), ...missing('demand'), ...missing('topic')]
  if (faults.length > 0) throw new DomainError('INVALID', 'Something is asked for that is not there.', faults)
}

/** When readers last saw something new of a negotiation, or of any. */
export async function findChangedAt(negotiation: string | null): Promise<Date | null> {
  const [row] = await published().$queryRaw<{ at: Date | null }[]>`
    select max(published_changed_at(slug)) as at from published_negotiation where ${negotiation}::text is null or slug = ${negotiation}`
  return row?.at ?? null
}
