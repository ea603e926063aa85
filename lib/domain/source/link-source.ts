import 'server-only'
import type { Transaction } from '@/lib/db/write'

/** Makes a source one of a negotiation's, behind all others; false when it was already. */
export async function linkSource(transaction: Transaction, negotiationId: number, sourceId: number): Promise<boolean> {
  const at = { negotiationId_sourceId: { negotiationId, sourceId } }
  if (await transaction.negotiationSource.findUnique({ where: at })) return false
  const last = await transaction.negotiationSource.aggregate({ where: { negotiationId }, _max: { ordinal: true } })
  await transaction.negotiationSource.create({
    data: { negotiationId, sourceId, ordinal: (last._max.ordinal ?? -1) + 1 },
  })
  return true
}
