import 'server-only'
import { appClient } from '@/lib/db/client'
import type { Transaction } from '@/lib/db/write'
import { type Actor, allow } from '@/lib/domain/account/actor'
import { DomainError } from '@/lib/domain/error'
import { unpack } from './packed'
import { readTable } from './read-table'

/** A run that has said nothing for so long was interrupted, and brought nothing. */
export const SILENT_MS = 30_000

type Running = { state: string; progressAt: Date | null }

export const isRunning = ({ state, progressAt }: Running): boolean =>
  state === 'running' && progressAt !== null && Date.now() - progressAt.getTime() < SILENT_MS

/** One's own import that is not done and not at work; CONFLICT otherwise. */
export async function getOpenImport(actor: Actor, id: string, db: Pick<Transaction, 'import'> = appClient()) {
  allow(actor, 'write drafts')
  const found = await db.import.findFirst({ where: { id, author: actor.id }, include: { negotiation: true } })
  if (!found)
    throw new DomainError('NOT_FOUND', 'This import is not there. It was thrown away, or it is somebody else’s.')
  if (found.state === 'done') throw new DomainError('CONFLICT', 'This import is done. Look at what it brought.')
  if (isRunning(found)) throw new DomainError('CONFLICT', 'This import is at work. Wait for it, or cancel it.')
  return found
}

/** What it was begun with, as a table. */
export async function tableOf({ content }: { content: Uint8Array | null }) {
  if (!content) throw new DomainError('CONFLICT', 'This import is done. Look at what it brought.')
  return readTable(await unpack(content))
}
