import 'server-only'
import type { Transaction } from '@/lib/db/write'
import { DomainError } from '@/lib/domain/error'

/** The negotiation, with its lists locked until the write ends: one change of them at a time. Entries go on being written. */
export async function lockNegotiation(transaction: Transaction, slug: string) {
  await transaction.$queryRaw`select 1 from negotiation where slug = ${slug} for no key update`
  const negotiation = await transaction.negotiation.findUnique({ where: { slug } })
  if (!negotiation) throw new DomainError('NOT_FOUND', 'There is no such negotiation.')
  return negotiation
}
