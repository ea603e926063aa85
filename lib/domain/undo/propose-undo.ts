import 'server-only'
import type { z } from 'zod'
import { type Transaction, write } from '@/lib/db/write'
import { type Actor, allow } from '@/lib/domain/account/actor'
import { DomainError } from '@/lib/domain/error'
import { parse } from '@/lib/domain/parse'
import { changesOf, fingerprintOf, planUndo } from './plan'
import { proposeSchema } from './schema'
import { scopeOf, storedScope } from './stored-scope'

/** Asks a second person to undo what a preview showed. Nothing changes for readers until they approve. */
export async function proposeUndo(actor: Actor, input: z.input<typeof proposeSchema>): Promise<{ undo: number }> {
  allow(actor, 'undo in bulk')
  const asked = parse(proposeSchema, input)
  return write(actor.id, async (transaction, note) => {
    const stored = storedScope(asked.scope, await nextMillisecond(transaction))
    const plan = await planUndo(transaction, scopeOf(stored))
    const changes = changesOf(plan)
    if (changes.length === 0) throw new DomainError('CONFLICT', 'There is nothing to undo: readers would see the same.')
    if (fingerprintOf(plan) !== asked.fingerprint)
      throw new DomainError(
        'CONFLICT',
        'The record has changed since this preview was made. Look at the preview again before you propose it.',
      )
    const { id } = await transaction.undo.create({
      data: { ...stored, reason: asked.reason, proposedBy: actor.id },
      select: { id: true },
    })
    await transaction.$executeRaw`
      insert into undo_line (undo_id, entry_id, seen_publication_id, back_publication_id)
      select ${id}, * from unnest(
        ${changes.map(({ entry }) => entry)}::text[],
        ${changes.map(({ last }) => last.publication)}::int[],
        ${changes.map(({ back }) => back?.publication ?? null)}::int[])`
    note({
      action: 'propose undo',
      subjectKind: 'undo',
      subjectId: String(id),
      details: { scope: asked.scope, entries: changes.length, reason: asked.reason },
    })
    return { undo: id }
  })
}

/** Of the database’s clock, which sets the instants of publications; a Date holds no microseconds. */
async function nextMillisecond(transaction: Transaction): Promise<Date> {
  const [row] = await transaction.$queryRaw<{ at: Date }[]>`
    select date_trunc('milliseconds', now()) + interval '1 millisecond' as at`
  return (row as { at: Date }).at
}
