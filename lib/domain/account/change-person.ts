import 'server-only'
import type { Transaction } from '@/lib/db/write'
import { DomainError } from '@/lib/domain/error'

/** Changes an account that was read at a version; returns it as it was. The last admin stays one. */
export async function changePerson(
  transaction: Transaction,
  { id, version }: { id: string; version: number },
  change: { role: string } | { disabled: boolean },
) {
  // As the trigger on person does: of two admins who disable each other, the second is refused.
  await transaction.$executeRaw`select pg_advisory_xact_lock(hashtextextended('parley admins', 0))`
  const before = await transaction.person.findUnique({ where: { id } })
  if (!before) throw new DomainError('NOT_FOUND', 'There is no such account.')
  const after = { ...before, ...change }
  const isAdmin = ({ role, disabled }: { role: string; disabled: boolean }) => role === 'admin' && !disabled
  if (isAdmin(before) && !isAdmin(after)) {
    const others = await transaction.person.count({ where: { role: 'admin', disabled: false, id: { not: id } } })
    if (others === 0) throw new DomainError('CONFLICT', 'This is the last admin. Make somebody else an admin first.')
  }
  const { count } = await transaction.person.updateMany({
    where: { id, version },
    data: { ...change, version: version + 1, updatedAt: new Date() },
  })
  if (count === 0)
    throw new DomainError('CONFLICT', 'Somebody changed this account meanwhile. Look at it again before you change it.')
  return before
}
