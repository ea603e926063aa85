import 'server-only'
import type { Transaction } from '@/lib/db/write'
import { DomainError } from '@/lib/domain/error'
import type { UndoStage } from './kinds'

type At = { undo: number; version: number }

/** The undo, locked until the write ends. CONFLICT when it is decided, or has moved on since it was read. */
export async function lockUndo(transaction: Transaction, { undo: id, version }: At) {
  await transaction.$queryRaw`select 1 from undo where id = ${id} for update`
  const undo = await transaction.undo.findUnique({ where: { id } })
  if (!undo) throw new DomainError('NOT_FOUND', 'There is no such undo.')
  if (undo.stage !== 'proposed' || undo.version !== version)
    throw new DomainError('CONFLICT', 'This was decided meanwhile. Reload the page to see how it ended.')
  return undo
}

/** How it ended, and who said so. */
export async function endUndo(
  transaction: Transaction,
  undo: { id: number },
  actor: { id: string },
  stage: Exclude<UndoStage, 'proposed'>,
  note: string | null = null,
): Promise<void> {
  await transaction.undo.update({
    where: { id: undo.id },
    data: { stage, note, decidedBy: actor.id, decidedAt: new Date(), version: { increment: 1 } },
  })
}
