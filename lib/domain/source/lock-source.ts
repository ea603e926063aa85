import 'server-only'
import type { Transaction } from '@/lib/db/write'
import { DomainError } from '@/lib/domain/error'

/** The source, locked until the write ends, its version one higher. CONFLICT when it was changed since it was read. */
export async function lockSource(
  transaction: Transaction,
  { source: slug, version }: { source: string; version: number },
) {
  const { count } = await transaction.source.updateMany({
    where: { slug, version },
    data: { version: { increment: 1 } },
  })
  const source = await transaction.source.findUnique({ where: { slug }, include: { currentText: true } })
  if (!source) throw new DomainError('NOT_FOUND', 'There is no such source.')
  if (count === 0)
    throw new DomainError('CONFLICT', 'Somebody else has changed this source since you opened it. Look at it again.')
  return source
}
