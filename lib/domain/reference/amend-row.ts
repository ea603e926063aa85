import 'server-only'
import { z } from 'zod'
import { write } from '@/lib/db/write'
import { type Actor, allow } from '@/lib/domain/account/actor'
import { requireFreeAddress } from '@/lib/domain/address/free-address'
import { parse } from '@/lib/domain/parse'
import { slug } from '@/lib/domain/text/schema'
import { columnsOf, setLinks, tableOf } from './columns'
import { lockNegotiation } from './lock-negotiation'
import { lockRow } from './lock-row'
import { AMENDED, type Given, place, version } from './schema'

const amendSchema = z.strictObject({ ...place, slug, version, row: z.unknown() })

/** Changes what is said of a party, speaker, topic, demand or event. Its former address goes on leading to it. */
export async function amendRow(actor: Actor, input: z.input<typeof amendSchema>): Promise<{ slug: string }> {
  allow(actor, 'amend reference data')
  const { negotiation: named, kind, slug: name, version: read, row } = parse(amendSchema, input)
  const given = parse(AMENDED[kind], row) as Given
  return write(actor.id, async (transaction, note) => {
    const negotiation = await lockNegotiation(transaction, named)
    const before = await lockRow(transaction, negotiation.id, { kind, slug: name, version: read })
    await requireFreeAddress(transaction, {
      kind,
      negotiationId: negotiation.id,
      slug: given.slug,
      subjectId: before.id,
    })
    const { columns, links } = await columnsOf(transaction, negotiation.id, kind, given)
    await tableOf(transaction, kind).update({ where: { id: before.id }, data: columns })
    if (links) await setLinks(links, negotiation.id, before.id)
    note({
      action: `amend ${kind}`,
      subjectKind: kind,
      subjectId: given.slug,
      details: JSON.parse(JSON.stringify({ negotiation: named, before, after: given })),
    })
    return { slug: given.slug }
  })
}
