import type { Ids } from './import-list'
import type { Tally } from './tally'

type Link = { ordinal: number; partyId: number }
// biome-ignore lint/suspicious/noExplicitAny: the two link tables have the same shape, which Prisma's types cannot say
type Links = any

/** Sets the ordered list of parties of each demand or event to what the file says. */
export async function linkParties<Row extends { slug: string }>(
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
