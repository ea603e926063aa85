import 'server-only'
import type { z } from 'zod'
import { write } from '@/lib/db/write'
import { type Actor, allow } from '@/lib/domain/account/actor'
import { requireFreeAddress } from '@/lib/domain/address/free-address'
import { parse } from '@/lib/domain/parse'
import { negotiationSchema } from './schema'

// Any number, as long as everyone who opens one takes the same: two at once do not get the same address.
const OPENING = 7_201_965

/** A further negotiation. Readers see it with its first published entry; until then it is in preparation. */
export async function openNegotiation(
  actor: Actor,
  input: z.input<typeof negotiationSchema>,
): Promise<{ slug: string }> {
  allow(actor, 'open negotiations')
  const { startedOn, ...given } = parse(negotiationSchema, input)
  return write(actor.id, async (transaction, note) => {
    await transaction.$executeRaw`select pg_advisory_xact_lock(${OPENING})`
    await requireFreeAddress(transaction, {
      kind: 'negotiation',
      negotiationId: null,
      slug: given.slug,
      subjectId: null,
    })
    await transaction.negotiation.create({ data: { ...given, startedOn: new Date(`${startedOn}T00:00:00Z`) } })
    note({
      action: 'open negotiation',
      subjectKind: 'negotiation',
      subjectId: given.slug,
      details: { ...given, startedOn },
    })
    return { slug: given.slug }
  })
}
