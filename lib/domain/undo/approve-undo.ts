import 'server-only'
import type { z } from 'zod'
import { type Transaction, write } from '@/lib/db/write'
import { type Actor, allow } from '@/lib/domain/account/actor'
import { DomainError } from '@/lib/domain/error'
import { parse } from '@/lib/domain/parse'
import { endUndo, lockUndo } from './open-undo'
import { changesOf, type PlanLine, planUndo } from './plan'
import { decideSchema } from './schema'
import { scopeOf } from './stored-scope'

/** Does what was proposed, all of it or nothing. Never by whoever proposed it, nor by the author of what comes back. */
export async function approveUndo(
  actor: Actor,
  input: z.input<typeof decideSchema>,
): Promise<{ corrections: number; withdrawals: number }> {
  allow(actor, 'undo in bulk')
  const asked = parse(decideSchema, input)
  return write(actor.id, async (transaction, note) => {
    const undo = await lockUndo(transaction, asked)
    if (undo.proposedBy === actor.id)
      throw new DomainError('FORBIDDEN', 'You proposed this. A second person decides about it.')
    // In one order, so that two who undo at once wait for each other instead of holding each other up.
    await transaction.$queryRaw`
      select 1 from entry where id in (select entry_id from undo_line where undo_id = ${undo.id}) order by id for update`
    const changes = changesOf(await planUndo(transaction, scopeOf(undo)))
    await refuseIfStale(transaction, undo.id, changes)
    refuseOwn(changes, actor)
    await publishLines(transaction, undo, actor)
    await endUndo(transaction, undo, actor, 'done')
    const withdrawals = changes.filter(({ back }) => back === null).length
    const done = { corrections: changes.length - withdrawals, withdrawals }
    note({
      action: 'undo in bulk',
      subjectKind: 'undo',
      subjectId: String(undo.id),
      details: { ...done, proposedBy: undo.proposedBy, reason: undo.reason },
    })
    return done
  })
}

async function refuseIfStale(transaction: Transaction, undo: number, changes: readonly PlanLine[]): Promise<void> {
  const lines = await transaction.undoLine.findMany({ where: { undoId: undo } })
  const proposed = new Map(lines.map((line) => [line.entryId, line]))
  const differ = changes.filter(({ entry, last, back }) => {
    const line = proposed.get(entry)
    return line?.seenPublicationId !== last.publication || line.backPublicationId !== (back?.publication ?? null)
  })
  const still = new Set(changes.map(({ entry }) => entry))
  const changed = [
    ...differ.map(({ entry }) => entry),
    ...lines.map(({ entryId }) => entryId).filter((id) => !still.has(id)),
  ]
  if (changed.length > 0)
    throw new DomainError(
      'CONFLICT',
      `The record has changed since this was proposed: ${named(changed)}. Nothing was undone. Preview and propose it anew.`,
    )
}

/** Nobody publishes what they wrote, not even as something that comes back. The database refuses it too. */
function refuseOwn(changes: readonly PlanLine[], actor: Actor): void {
  const own = changes.filter(({ back }) => back?.author === actor.id).map(({ entry }) => entry)
  if (own.length > 0)
    throw new DomainError(
      'FORBIDDEN',
      `You wrote what would come back: ${named(own)}. A third person decides about it.`,
    )
}

const FEW = 3
function named(entries: readonly string[]): string {
  const more = entries.length - FEW
  return `${entries.length === 1 ? 'entry' : 'entries'} ${entries.slice(0, FEW).join(', ')}${more > 0 ? ` and ${more} more` : ''}`
}

/** One statement for each table, however many lines there are. */
async function publishLines(
  transaction: Transaction,
  undo: { id: number; reason: string },
  actor: Actor,
): Promise<void> {
  await transaction.$executeRaw`
    with made as (
      insert into publication (negotiation_id, entry_id, revision_id, kind, reason, published_by)
      select e.negotiation_id, e.id, coalesce(back.revision_id, seen.revision_id),
        case when back.id is null then 'withdrawal' else 'correction' end, ${undo.reason}, ${actor.id}
      from undo_line l
      join entry e on e.id = l.entry_id
      join publication seen on seen.id = l.seen_publication_id
      left join publication back on back.id = l.back_publication_id
      where l.undo_id = ${undo.id}
      order by e.negotiation_id, e.ordinal, e.id
      returning id)
    insert into undo_publication (publication_id, undo_id) select id, ${undo.id} from made`
  // A change that is begun now begins from what came back, and one that was begun before is told that it was overtaken. Where a change
  // is under review, it stays what the entry is written on from.
  await transaction.$executeRaw`
    update entry e set version = e.version + 1,
      current_revision_id = case
        when back.id is null or exists (select from review v where v.entry_id = e.id and v.stage in ('in-review', 'changes-requested'))
          then e.current_revision_id
        else back.revision_id end
    from undo_line l left join publication back on back.id = l.back_publication_id
    where l.undo_id = ${undo.id} and e.id = l.entry_id`
  // Whoever has a change to one of them open before them decides about something else now, and is told so.
  await transaction.$executeRaw`
    update review set version = version + 1
    where stage in ('in-review', 'changes-requested') and entry_id in (select entry_id from undo_line where undo_id = ${undo.id})`
  await transaction.$executeRaw`
    insert into audit (actor, action, subject_kind, subject_id, details)
    select ${actor.id}, 'undo in bulk', 'entry', l.entry_id, jsonb_build_object('undo', l.undo_id,
      'kind', case when l.back_publication_id is null then 'withdrawal' else 'correction' end)
    from undo_line l where l.undo_id = ${undo.id} order by l.entry_id`
}
