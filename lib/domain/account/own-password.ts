import 'server-only'
import { appClient } from '@/lib/db/client'
import { DomainError } from '@/lib/domain/error'
import { inTurn, verifyPassword } from './passwords'
import { oneself, takeOrRefuse } from './throttle'

/** Whether it is really them who sits there: their password once more, tried no oftener than at a sign-in. */
export async function checkOwnPassword({ id }: { id: string }, password: string): Promise<void> {
  await takeOrRefuse(oneself(id))
  const credential = await appClient().credential.findFirst({ where: { personId: id, providerId: 'credential' } })
  const stored = credential?.password
  if (!stored || !(await inTurn(true, () => verifyPassword({ hash: stored, password }))))
    throw new DomainError('INVALID', 'Nothing was changed.', [{ at: 'password', text: 'This is not your password.' }])
}
