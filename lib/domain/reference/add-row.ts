import 'server-only'
import { z } from 'zod'
import { write } from '@/lib/db/write'
import { type Actor, allow } from '@/lib/domain/account/actor'
import { requireFreeAddress } from '@/lib/domain/address/free-address'
import { parse } from '@/lib/domain/parse'
import { columnsOf, setLinks, tableOf } from './columns'
import { lockNegotiation } from './lock-negotiation'
import { ADDED, type Given, place } from './schema'

const addSchema = z.strictObject({ ...place, row: z.unknown() })

/** A new party, speaker, topic, demand or event, behind the others of its list. */
export async function addRow(actor: Actor, input: z.input<typeof addSchema>): Promise<{ slug: string }> {
  allow(actor, 'amend reference data')
  const { negotiation: named, kind, row } = parse(addSchema, input)
  const given = parse(ADDED[kind], row) as Given
  return write(actor.id, async (transaction, note) => {
    const negotiation = await lockNegotiation(transaction, named)
    const here = { negotiationId: negotiation.id }
    await requireFreeAddress(transaction, { ...here, kind, slug: given.slug, subjectId: null })
    const { columns, links } = await columnsOf(transaction, negotiation.id, kind, given)
    const table = tableOf(transaction, kind)
    const last = await table.aggregate({ where: here, _max: { ordinal: true } })
    const added = await table.create({
      data: {
        ...columns,
        ...here,
        ordinal: (last._max.ordinal ?? -1) + 1,
        // Readers see a speaker with the first entry that quotes them.
        ...(kind === 'speaker' && { addedBy: actor.id }),
      },
    })
    if (links) await setLinks(links, negotiation.id, added.id)
    note({
      action: `add ${kind}`,
      subjectKind: kind,
      subjectId: given.slug,
      details: JSON.parse(JSON.stringify({ negotiation: named, row: given })),
    })
    return { slug: given.slug }
  })
}
