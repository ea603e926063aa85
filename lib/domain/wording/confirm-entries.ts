import 'server-only'
import type { Transaction } from '@/lib/db/write'
import type { Actor } from '@/lib/domain/account/actor'

/** Notes that what readers see of these entries holds under a wording, whatever they were coded under. */
export async function confirmEntries(
  transaction: Transaction,
  actor: Actor,
  under: { demandId: number; wording: number },
  entries: readonly string[],
): Promise<void> {
  const rows = await transaction.entry.findMany({
    where: { id: { in: [...entries] }, livePublicationId: { not: null } },
    select: { id: true, livePublication: { select: { revisionId: true } } },
  })
  await transaction.wordingConfirmation.createMany({
    data: rows.map(({ id, livePublication }) => ({
      ...under,
      entryId: id,
      revisionId: livePublication?.revisionId as number,
      confirmedBy: actor.id,
    })),
  })
}
