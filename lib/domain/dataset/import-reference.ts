import 'server-only'
import type { Transaction } from '@/lib/db/write'
import { type Ids, importList, type Noter, same } from './import-list'
import { importMemory, refuseFormerNames } from './import-memory'
import { importSources } from './import-sources'
import { linkParties } from './link-parties'
import type { Dataset } from './schema'
import { type Tally, tallied } from './tally'

export type ReferenceIds = { negotiation: number } & Record<
  'parties' | 'speakers' | 'topics' | 'demands' | 'events' | 'sources',
  Ids
> & {
    /** The stored text in force of each source, by the source's slug. */
    /** Every stored text of a source, the one in force first. */
    texts: Map<string, { id: number; text: string }[]>
  }

/** What a row says of itself: what the file remembers of it is brought apart. */
const told = <Row extends { formerly?: unknown; mergedInto?: unknown }>({
  formerly: _,
  mergedInto: __,
  ...row
}: Row): Omit<Row, 'formerly' | 'mergedInto'> => row

const date = (day: string | null) => (day === null ? null : new Date(`${day}T00:00:00Z`))

/** Everything that entries refer to. Rows are added or amended, never taken away; what the file lacks is named in `absent`. */
export async function importReference(transaction: Transaction, dataset: Dataset, note: Noter) {
  const tallies: Record<string, Tally> = {}
  const absent: string[] = []
  const keep = <T extends { tally: Tally; absent: string[]; ids: Ids }>(name: string, result: T): Ids => {
    tallies[name] = result.tally
    absent.push(...result.absent.map((slug) => `${name}: ${slug}`))
    return result.ids
  }

  await refuseFormerNames(transaction, dataset)
  const { slug, title, summary, startedOn } = dataset.negotiation
  const fields = { title, summary, startedOn: date(startedOn) as Date }
  const before = await transaction.negotiation.findUnique({ where: { slug } })
  const negotiation = await transaction.negotiation.upsert({
    where: { slug },
    create: { slug, ...fields },
    update: fields,
  })
  tallies.negotiation = tallied(before ? (same(before, fields) ? 'unchanged' : 'changed') : 'added')
  const here = { negotiationId: negotiation.id }
  const list = { here, note }

  const sources = await importSources(transaction, dataset, negotiation.id, note)
  tallies.sources = sources.tally
  absent.push(...sources.absent.map((absentSlug) => `sources: ${absentSlug}`))

  const parties = keep(
    'parties',
    await importList({ ...list, noun: 'party', table: transaction.party }, dataset.parties, told),
  )
  const party = (name: string) => parties.get(name) as number
  const speakers = keep(
    'speakers',
    await importList(
      { ...list, noun: 'speaker', table: transaction.speaker },
      dataset.speakers,
      ({ party: of, ...row }) => ({
        ...told(row),
        partyId: party(of),
      }),
    ),
  )
  const topics = keep(
    'topics',
    await importList({ ...list, noun: 'topic', table: transaction.topic }, dataset.topics, told),
  )
  const demands = keep(
    'demands',
    await importList(
      { ...list, noun: 'demand', table: transaction.demand },
      dataset.demands,
      ({ topic, raisedBy: _, wordings: __, ...row }) => ({
        ...told(row),
        topicId: topics.get(topic) as number,
      }),
    ),
  )
  const events = keep(
    'events',
    await importList(
      { ...list, noun: 'event', table: transaction.event },
      dataset.events,
      ({ date: from, endDate, participants: _, source, ...row }) => ({
        ...told(row),
        startsOn: date(from),
        endsOn: date(endDate),
        sourceId: source === null ? null : (sources.ids.get(source) as number),
      }),
    ),
  )
  await linkParties(
    transaction.demandRaisedBy,
    here,
    'demandId',
    dataset.demands,
    demands,
    (row) => row.raisedBy.map(party),
    tallies.demands as Tally,
  )
  await linkParties(
    transaction.eventParticipant,
    here,
    'eventId',
    dataset.events,
    events,
    (row) => row.participants.map(party),
    tallies.events as Tally,
  )

  const ids: ReferenceIds = {
    negotiation: negotiation.id,
    parties,
    speakers,
    topics,
    demands,
    events,
    sources: sources.ids,
    texts: sources.texts,
  }
  await importMemory(transaction, dataset, negotiation.id, ids, tallies, note)
  return { ids, tallies, absent }
}
