import 'server-only'
import { z } from 'zod'
import { write } from '@/lib/db/write'
import { type Actor, allow } from '@/lib/domain/account/actor'
import { requireFreeAddress } from '@/lib/domain/address/free-address'
import { DomainError } from '@/lib/domain/error'
import { parse } from '@/lib/domain/parse'
import { lockNegotiation } from '@/lib/domain/reference/lock-negotiation'
import { slug } from '@/lib/domain/text/schema'
import { dayOf } from '@/lib/domain/time/day'
import { negotiationSchema } from './schema'

const amendSchema = z.strictObject({ negotiation: slug, version: z.int().min(1), to: negotiationSchema })

/** Changes what is said of a negotiation. Its former address goes on leading to it. */
export async function amendNegotiation(actor: Actor, input: z.input<typeof amendSchema>): Promise<{ slug: string }> {
  allow(actor, 'open negotiations')
  const { negotiation: named, version, to } = parse(amendSchema, input)
  return write(actor.id, async (transaction, note) => {
    const before = await lockNegotiation(transaction, named)
    if (before.version !== version)
      throw new DomainError(
        'CONFLICT',
        'Somebody else has changed this negotiation since you opened it. What you typed is kept here: open the page again in another tab, look, and send yours anew.',
      )
    await requireFreeAddress(transaction, {
      kind: 'negotiation',
      negotiationId: null,
      slug: to.slug,
      subjectId: before.id,
    })
    await refuseToBeginLate(transaction, before.id, to.startedOn)
    const { startedOn, ...told } = to
    await transaction.negotiation.update({
      where: { id: before.id },
      data: { ...told, startedOn: new Date(`${startedOn}T00:00:00Z`), version: { increment: 1 } },
    })
    note({
      action: 'amend negotiation',
      subjectKind: 'negotiation',
      subjectId: to.slug,
      details: {
        before: { slug: before.slug, title: before.title, summary: before.summary, startedOn: dayOf(before.startedOn) },
        after: to,
      },
    })
    return { slug: to.slug }
  })
}

/** Nothing on record may be older than the negotiation itself: its day would have no page. */
async function refuseToBeginLate(
  transaction: Parameters<typeof lockNegotiation>[0],
  negotiationId: number,
  startedOn: string,
) {
  const first = await transaction.entry.aggregate({ where: { negotiationId }, _min: { liveHeldFrom: true } })
  const oldest = first._min.liveHeldFrom && dayOf(first._min.liveHeldFrom)
  if (oldest && oldest < startedOn)
    throw new DomainError('INVALID', 'What was sent has faults.', [
      { at: 'startedOn', text: `An entry is of ${oldest}: a negotiation does not begin after what is on its record.` },
    ])
}
