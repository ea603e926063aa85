import 'server-only'
import { appClient } from '@/lib/db/client'
import type { Actor } from '@/lib/domain/account/actor'
import { DomainError } from '@/lib/domain/error'
import { getOpenImport } from './open-import'

/** Says that a run begins. Of two who begin at once, and of one who read an older state, one is refused. */
export async function claimImport(actor: Actor, { id, version }: { id: string; version: number }) {
  const open = await getOpenImport(actor, id)
  const { count } = await appClient().import.updateMany({
    where: { id, version, state: open.state },
    data: { state: 'running', progress: 0, progressAt: new Date(), problem: null, version: { increment: 1 } },
  })
  if (count === 0)
    throw new DomainError(
      'CONFLICT',
      'This import was changed in another window. Reload the page and look at it again.',
    )
  return open
}

/** Outside of the run’s transaction, so that others see it. False when the run was cancelled. */
export async function sayProgress(id: string, progress: number): Promise<boolean> {
  const { count } = await appClient().import.updateMany({
    where: { id, state: 'running' },
    data: { progress, progressAt: new Date() },
  })
  return count === 1
}
