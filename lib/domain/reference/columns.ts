import 'server-only'
import type { Transaction } from '@/lib/db/write'
import { DomainError } from '@/lib/domain/error'
import { linkSource } from '@/lib/domain/source/link-source'
import type { Kind } from './kinds'
import type { Given } from './schema'

// biome-ignore lint/suspicious/noExplicitAny: any of the reference tables; their shapes are checked by the schemas and the database
type Table = any

/** The table of a kind of reference data. */
export const tableOf = (transaction: Transaction, kind: Kind): Table => transaction[kind]

/** The parties that a demand or an event names, in their order, and the table that holds them. */
type Links = { table: Table; owner: 'demandId' | 'eventId'; parties: number[] } | null

const date = (day: unknown) => (typeof day === 'string' ? new Date(`${day}T00:00:00Z`) : null)

/** What is said of a row as the columns of its table; INVALID where it names a party, topic or source that is not there. */
export async function columnsOf(
  transaction: Transaction,
  negotiationId: number,
  kind: Kind,
  given: Given,
): Promise<{ columns: Record<string, unknown>; links: Links }> {
  const { party, topic, raisedBy, participants, source, date: from, endDate, ...own } = given
  const partyIds = async (at: string, slugs: unknown) => {
    const ids = []
    for (const slug of new Set(slugs as string[])) ids.push(await idOf(transaction, negotiationId, 'party', slug, at))
    return ids
  }
  if (kind === 'speaker')
    return {
      columns: { ...own, partyId: await idOf(transaction, negotiationId, 'party', party, 'party') },
      links: null,
    }
  if (kind === 'demand')
    return {
      columns: { ...own, topicId: await idOf(transaction, negotiationId, 'topic', topic, 'topic') },
      links: {
        table: transaction.demandRaisedBy,
        owner: 'demandId',
        parties: await partyIds('raisedBy', raisedBy),
      },
    }
  if (kind === 'event')
    return {
      columns: {
        ...own,
        startsOn: date(from),
        endsOn: date(endDate),
        sourceId: source === null ? null : await linkNamed(transaction, negotiationId, String(source)),
      },
      links: {
        table: transaction.eventParticipant,
        owner: 'eventId',
        parties: await partyIds('participants', participants),
      },
    }
  return { columns: own, links: null }
}

async function idOf(
  transaction: Transaction,
  negotiationId: number,
  kind: 'party' | 'topic',
  slug: unknown,
  at: string,
): Promise<number> {
  const row = await tableOf(transaction, kind).findUnique({
    where: { negotiationId_slug: { negotiationId, slug: String(slug) } },
  })
  if (!row)
    throw new DomainError('INVALID', 'What was sent has faults.', [{ at, text: `There is no ${kind} "${slug}".` }])
  if (row.mergedIntoId)
    throw new DomainError('INVALID', 'What was sent has faults.', [
      { at, text: `"${slug}" was merged into another ${kind}: choose that one.` },
    ])
  return row.id
}

/** A source that attests an event is one of the negotiation's from then on. */
async function linkNamed(transaction: Transaction, negotiationId: number, slug: string): Promise<number> {
  const source = await transaction.source.findUnique({ where: { slug } })
  if (!source)
    throw new DomainError('INVALID', 'What was sent has faults.', [
      { at: 'source', text: `There is no source "${slug}": add it first.` },
    ])
  await linkSource(transaction, negotiationId, source.id)
  return source.id
}

/** Sets the parties of a demand or an event; true when they were others before. */
export async function setLinks(links: NonNullable<Links>, negotiationId: number, ownerId: number): Promise<boolean> {
  const { table, owner, parties } = links
  const stored = await table.findMany({ where: { [owner]: ownerId }, orderBy: { ordinal: 'asc' } })
  if (stored.map((link: { partyId: number }) => link.partyId).join() === parties.join()) return false
  await table.deleteMany({ where: { [owner]: ownerId } })
  await table.createMany({
    data: parties.map((partyId, ordinal) => ({ negotiationId, [owner]: ownerId, partyId, ordinal })),
  })
  return true
}
