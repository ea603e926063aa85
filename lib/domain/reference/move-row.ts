import 'server-only'
import { z } from 'zod'
import { write } from '@/lib/db/write'
import { type Actor, allow } from '@/lib/domain/account/actor'
import { DomainError } from '@/lib/domain/error'
import { parse } from '@/lib/domain/parse'
import { slug } from '@/lib/domain/text/schema'
import { tableOf } from './columns'
import { lockNegotiation } from './lock-negotiation'
import { place } from './schema'

/** `past` is the neighbour that it changes places with, so that a list that looks otherwise by now is not changed by surprise. */
const moveSchema = z.strictObject({ ...place, slug, past: slug })

/** Moves a row of a list one place up or down. */
export async function moveRow(actor: Actor, input: z.input<typeof moveSchema>): Promise<void> {
  allow(actor, 'amend reference data')
  const { negotiation: named, kind, slug: name, past } = parse(moveSchema, input)
  await write(actor.id, async (transaction, note) => {
    const negotiation = await lockNegotiation(transaction, named)
    const table = tableOf(transaction, kind)
    const rows: { id: number; slug: string; ordinal: number }[] = await table.findMany({
      // Speakers and parties that were merged are not in the list.
      where: { negotiationId: negotiation.id, ...((kind === 'party' || kind === 'speaker') && { mergedIntoId: null }) },
      orderBy: [{ ordinal: 'asc' }, { id: 'asc' }],
      select: { id: true, slug: true, ordinal: true },
    })
    const from = rows.findIndex((row) => row.slug === name)
    const to = rows.findIndex((row) => row.slug === past)
    if (from < 0) throw new DomainError('NOT_FOUND', `This negotiation has no ${kind} "${name}".`)
    if (Math.abs(from - to) !== 1 || to < 0)
      throw new DomainError('CONFLICT', 'The order has changed since you opened the list. Look at it again.')
    const [row, other] = [rows[from], rows[to]] as [(typeof rows)[number], (typeof rows)[number]]
    rows[from] = other
    rows[to] = row
    // Two that an import left at one place get places of their own.
    const lowest = Math.min(...rows.map(({ ordinal }) => ordinal))
    for (const [at, { id, ordinal }] of rows.entries())
      if (ordinal !== lowest + at) await table.update({ where: { id }, data: { ordinal: lowest + at } })
    note({
      action: `move ${kind}`,
      subjectKind: kind,
      subjectId: name,
      details: { negotiation: named, [to < from ? 'before' : 'after']: past },
    })
  })
}
