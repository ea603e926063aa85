import 'server-only'
import { createHash } from 'node:crypto'
import type { Transaction } from '@/lib/db/write'
import type { Tally } from './import'
import { type Ids, importList, type Noter, same, tallied } from './import-list'
import type { Dataset } from './schema'

export type ReferenceIds = { negotiation: number } & Record<
  'parties' | 'speakers' | 'topics' | 'demands' | 'events' | 'sources',
  Ids
> & {
    /** The stored text in force of each source, by the source's slug. */
    texts: Map<string, { id: number; text: string }>
  }

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
    await importList({ ...list, noun: 'party', table: transaction.party }, dataset.parties, (row) => row),
  )
  const party = (name: string) => parties.get(name) as number
  const speakers = keep(
    'speakers',
    await importList(
      { ...list, noun: 'speaker', table: transaction.speaker },
      dataset.speakers,
      ({ party: of, ...row }) => ({
        ...row,
        partyId: party(of),
      }),
    ),
  )
  const topics = keep(
    'topics',
    await importList({ ...list, noun: 'topic', table: transaction.topic }, dataset.topics, (row) => row),
  )
  const demands = keep(
    'demands',
    await importList(
      { ...list, noun: 'demand', table: transaction.demand },
      dataset.demands,
      ({ topic, raisedBy: _, ...row }) => ({
        ...row,
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
        ...row,
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
  return { ids, tallies, absent }
}

/** Sources belong to the whole installation; one that another negotiation already brought is used, not copied. */
async function importSources(transaction: Transaction, dataset: Dataset, negotiationId: number, note: Noter) {
  const rows = dataset.sources.map(({ excerpt: _, published, ...row }) => ({ ...row, publishedOn: date(published) }))
  const slugs = rows.map((row) => row.slug)
  const listed = await importList(
    { noun: 'source', table: transaction.source, note, here: {}, where: { slug: { in: slugs } }, ordered: false },
    rows,
    (row) => row,
  )

  const stored = await transaction.source.findMany({ where: { slug: { in: slugs } }, include: { currentText: true } })
  const texts = new Map(stored.map((row) => [row.slug, row.currentText]))
  const changed = new Set<string>()
  for (const { slug, excerpt } of dataset.sources) {
    if (texts.get(slug)?.text === excerpt) continue
    if (texts.get(slug)) changed.add(slug)
    const sourceId = listed.ids.get(slug) as number
    const sha256 = createHash('sha256').update(excerpt).digest('hex')
    const text =
      (await transaction.sourceText.findUnique({ where: { sourceId_sha256: { sourceId, sha256 } } })) ??
      (await transaction.sourceText.create({ data: { sourceId, text: excerpt, sha256 } }))
    await transaction.source.update({ where: { id: sourceId }, data: { currentTextId: text.id } })
    texts.set(slug, text)
  }
  for (const slug of changed) {
    if (!listed.changed.has(slug)) {
      listed.tally.changed++
      listed.tally.unchanged--
    }
  }

  const links = await transaction.negotiationSource.findMany({ where: { negotiationId }, include: { source: true } })
  const linked = new Map(links.map((link) => [link.source.slug, link]))
  await transaction.negotiationSource.createMany({
    data: slugs.flatMap((slug, ordinal) =>
      linked.has(slug) ? [] : [{ negotiationId, sourceId: listed.ids.get(slug) as number, ordinal }],
    ),
  })
  for (const [ordinal, slug] of slugs.entries()) {
    const link = linked.get(slug)
    if (!link || link.ordinal === ordinal) continue
    await transaction.negotiationSource.update({
      where: { negotiationId_sourceId: { negotiationId, sourceId: link.sourceId } },
      data: { ordinal },
    })
  }
  return {
    ids: listed.ids,
    tally: listed.tally,
    absent: [...linked.keys()].filter((slug) => !slugs.includes(slug)),
    texts: texts as Map<string, { id: number; text: string }>,
  }
}

type Link = { ordinal: number; partyId: number }
// biome-ignore lint/suspicious/noExplicitAny: the two link tables have the same shape, which Prisma's types cannot say
type Links = any

/** Sets the ordered list of parties of each demand or event to what the file says. */
async function linkParties<Row extends { slug: string }>(
  table: Links,
  here: { negotiationId: number },
  owner: 'demandId' | 'eventId',
  rows: Row[],
  ids: Ids,
  partiesOf: (row: Row) => number[],
  tally: Tally,
) {
  const stored: (Link & Record<string, number>)[] = await table.findMany({ where: here, orderBy: { ordinal: 'asc' } })
  for (const row of rows) {
    const id = ids.get(row.slug) as number
    const links = stored.filter((link) => link[owner] === id)
    const before = links.map((link) => link.partyId)
    const wanted = partiesOf(row)
    if (before.join() === wanted.join()) continue
    await table.deleteMany({ where: { [owner]: id } })
    await table.createMany({ data: wanted.map((partyId, ordinal) => ({ ...here, [owner]: id, partyId, ordinal })) })
    if (before.length > 0) {
      tally.changed++
      tally.unchanged--
    }
  }
}
