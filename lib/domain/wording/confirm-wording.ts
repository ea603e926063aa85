import 'server-only'
import type { z } from 'zod'
import { write } from '@/lib/db/write'
import { type Actor, allow } from '@/lib/domain/account/actor'
import { DomainError } from '@/lib/domain/error'
import { parse } from '@/lib/domain/parse'
import { lockNegotiation } from '@/lib/domain/reference/lock-negotiation'
import { confirmEntries } from './confirm-entries'
import { confirmSchema } from './schema'

/** Says that entries coded under an earlier wording hold under the present one as they are. */
export async function confirmWording(actor: Actor, input: z.input<typeof confirmSchema>): Promise<void> {
  allow(actor, 'amend reference data')
  const { negotiation: named, demand: slug, wording, entries } = parse(confirmSchema, input)
  await write(actor.id, async (transaction, note) => {
    const negotiation = await lockNegotiation(transaction, named)
    const newest = await transaction.demandWording.findFirst({
      where: { demand: { negotiationId: negotiation.id, slug } },
      orderBy: { number: 'desc' },
    })
    if (!newest) throw new DomainError('NOT_FOUND', `This negotiation has no demand "${slug}".`)
    if (newest.number !== wording)
      throw new DomainError('CONFLICT', 'The demand was worded anew since you opened it. Look at the new words first.')
    const waiting = await transaction.publishedEarlierWording.findMany({ where: { negotiation: named, demand: slug } })
    const known = new Set(waiting.map(({ entry }) => entry))
    const settled = entries.filter((entry) => !known.has(entry))
    if (settled.length > 0)
      throw new DomainError(
        'CONFLICT',
        `Somebody has dealt with ${settled.join(', ')} since you opened the list. Look at it again.`,
      )
    await confirmEntries(transaction, actor, { demandId: newest.demandId, wording }, entries)
    note({
      action: 'confirm wording',
      subjectKind: 'demand',
      subjectId: slug,
      details: { negotiation: named, wording, entries },
    })
  })
}
