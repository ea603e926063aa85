import 'server-only'
import type { z } from 'zod'
import { write } from '@/lib/db/write'
import { type Actor, allow } from '@/lib/domain/account/actor'
import { DomainError } from '@/lib/domain/error'
import { parse } from '@/lib/domain/parse'
import { lockNegotiation } from '@/lib/domain/reference/lock-negotiation'
import { lockRow } from '@/lib/domain/reference/lock-row'
import { confirmEntries } from './confirm-entries'
import { rewordSchema } from './schema'

/**
 * Gives a demand new words; the old ones stay on record. Resolves to the entries that were coded under the old ones and must be looked at:
 * none where the editor says that all of them hold.
 */
export async function rewordDemand(
  actor: Actor,
  input: z.input<typeof rewordSchema>,
): Promise<{ number: number; earlier: string[] }> {
  allow(actor, 'amend reference data')
  const { negotiation: named, demand: slug, version, reason, allHold, ...words } = parse(rewordSchema, input)
  return write(actor.id, async (transaction, note) => {
    const negotiation = await lockNegotiation(transaction, named)
    const demand = await lockRow(transaction, negotiation.id, { kind: 'demand', slug, version })
    const { proposition, lowEnd, highEnd } = demand
    if (proposition === words.proposition && lowEnd === words.lowEnd && highEnd === words.highEnd)
      throw new DomainError('INVALID', 'These are the words that it has already.', [
        { at: 'proposition', text: 'Nothing is worded differently.' },
      ])
    const before = await transaction.demandWording.findFirst({
      where: { demandId: demand.id },
      orderBy: { number: 'desc' },
    })
    const number = (before?.number ?? 0) + 1
    await transaction.demandWording.create({
      data: { negotiationId: negotiation.id, demandId: demand.id, number, ...words, wordedBy: actor.id, reason },
    })
    await transaction.demand.update({ where: { id: demand.id }, data: words })
    const entries = await transaction.publishedEarlierWording.findMany({ where: { negotiation: named, demand: slug } })
    const earlier = entries.map(({ entry }) => entry)
    if (allHold && earlier.length > 0)
      await confirmEntries(transaction, actor, { demandId: demand.id, wording: number }, earlier)
    note({
      action: 'reword demand',
      subjectKind: 'demand',
      subjectId: slug,
      details: {
        ...{ negotiation: named, wording: number, reason, allHold },
        before: { proposition, lowEnd, highEnd },
        after: words,
        earlier,
      },
    })
    return { number, earlier: allHold ? [] : earlier }
  })
}
