import 'server-only'
import type { Transaction } from '@/lib/db/write'
import { DomainError } from '@/lib/domain/error'
import { tableOf } from './columns'
import type { Kind } from './kinds'

type Read = { kind: Kind; slug: string; version: number }

/** The row as it stands, its version one higher. CONFLICT when it was changed since it was read. */
export async function lockRow(transaction: Transaction, negotiationId: number, { kind, slug, version }: Read) {
  const table = tableOf(transaction, kind)
  const row = await table.findUnique({ where: { negotiationId_slug: { negotiationId, slug } } })
  if (!row) throw new DomainError('NOT_FOUND', `This negotiation has no ${kind} "${slug}".`)
  const { count } = await table.updateMany({ where: { id: row.id, version }, data: { version: { increment: 1 } } })
  if (count === 0)
    throw new DomainError(
      'CONFLICT',
      `Somebody else has changed this ${kind} since you opened it. What you typed is kept here: open the page again in another tab, look, and send yours anew.`,
    )
  return row
}
