import 'server-only'
import type { z } from 'zod'
import { type Transaction, write } from '@/lib/db/write'
import { type Actor, allow } from '@/lib/domain/account/actor'
import type { DraftContent } from '@/lib/domain/draft/content'
import { newId } from '@/lib/domain/draft/new-id'
import { presentContent } from '@/lib/domain/draft/present-content'
import { issuesOf } from '@/lib/domain/draft/rules'
import { surroundingsOf } from '@/lib/domain/draft/surroundings'
import { DomainError } from '@/lib/domain/error'
import { parse } from '@/lib/domain/parse'
import type { ReviewKind } from './kinds'
import { recordRevision } from './record-revision'
import { sendSchema } from './schema'

/**
 * Makes a revision of a draft and puts it before a second person: a new entry, a change to one, or the amended revision of a review in which
 * changes were asked for. The draft is gone afterwards. CONFLICT when somebody else has changed the entry since the draft was begun.
 */
export async function sendForReview(
  actor: Actor,
  input: z.input<typeof sendSchema>,
): Promise<{ review: number; entry: string }> {
  allow(actor, 'send for review')
  const sent = parse(sendSchema, input)
  return write(actor.id, async (transaction, note) => {
    const draft = await lockDraft(transaction, actor, sent)
    const content = await presentContent(transaction, draft.negotiationId, draft.content as DraftContent)
    const entry = draft.entryId ? await lockEntry(transaction, draft.entryId) : null
    await refuseWhatIsMissing(transaction, draft.negotiation, content, entry)
    const open = entry && (await lockOpenReview(transaction, entry.id))
    if (entry) refuseIfOvertaken(entry, draft, open, actor)
    const kind = await kindOf(transaction, entry, sent.kind)
    if (kind !== 'first' && !sent.reason)
      throw new DomainError('INVALID', 'Say why the entry is changed.', [
        { at: 'reason', text: 'Readers see why an entry was changed.' },
      ])

    const target = entry ?? (await addEntry(transaction, draft.negotiationId, content))
    const revision = await recordRevision(transaction, target, content, actor.id, draft)
    const { count } = await transaction.entry.updateMany({
      where: { id: target.id, version: target.version },
      data: { currentRevisionId: revision.id, version: { increment: 1 } },
    })
    if (count === 0) throw new DomainError('CONFLICT', 'Somebody else has changed this entry meanwhile.')
    const review = open
      ? await transaction.review.update({
          where: { id: open.id },
          data: {
            revisionId: revision.id,
            reason: sent.reason ?? open.reason,
            stage: 'in-review',
            version: { increment: 1 },
            changedAt: new Date(),
          },
        })
      : await transaction.review.create({
          data: {
            negotiationId: target.negotiationId,
            entryId: target.id,
            revisionId: revision.id,
            kind,
            reason: kind === 'first' ? null : sent.reason,
            author: actor.id,
          },
        })
    await transaction.reviewStep.create({
      data: { reviewId: review.id, revisionId: revision.id, step: 'sent', actor: actor.id },
    })
    await transaction.draft.delete({ where: { id: draft.id } })
    note({
      action: 'send for review',
      subjectKind: 'entry',
      subjectId: target.id,
      details: { review: review.id, revision: revision.number, kind },
    })
    return { review: review.id, entry: target.id }
  })
}

async function lockDraft(transaction: Transaction, actor: Actor, sent: z.output<typeof sendSchema>) {
  await transaction.$queryRaw`select 1 from draft where id = ${sent.draft} for update`
  const draft = await transaction.draft.findFirst({
    where: { id: sent.draft, author: actor.id },
    include: { negotiation: true },
  })
  if (!draft) throw new DomainError('NOT_FOUND', 'This draft is not there any more. It was sent or thrown away.')
  if (draft.version !== sent.version)
    throw new DomainError('CONFLICT', 'Another window has written on this draft. Look at it before you send it.')
  return draft
}

async function lockEntry(transaction: Transaction, id: string) {
  await transaction.$queryRaw`select 1 from entry where id = ${id} for update`
  return transaction.entry.findUniqueOrThrow({ where: { id }, include: { party: true, demand: true } })
}

type Locked = Awaited<ReturnType<typeof lockEntry>>

async function refuseWhatIsMissing(
  transaction: Transaction,
  negotiation: { id: number; startedOn: Date },
  content: DraftContent,
  entry: Locked | null,
) {
  const issues = issuesOf(content, await surroundingsOf(transaction, negotiation, content, entry))
  if (entry && (entry.party.slug !== content.party || entry.demand.slug !== content.demand))
    issues.push({ at: 'party', text: 'An entry keeps its party and its demand: withdraw it and write a new one.' })
  if (issues.length > 0) throw new DomainError('INVALID', 'The entry is not ready to be sent.', issues)
}

/** The open review of the entry, locked: whoever decides it at this moment comes first, or waits. */
async function lockOpenReview(transaction: Transaction, entryId: string) {
  await transaction.$queryRaw`
    select 1 from review where entry_id = ${entryId} and stage in ('in-review', 'changes-requested') for update`
  return transaction.review.findFirst({ where: { entryId, stage: { in: ['in-review', 'changes-requested'] } } })
}

function refuseIfOvertaken(
  entry: Locked,
  draft: { baseRevisionId: number | null },
  open: Awaited<ReturnType<typeof lockOpenReview>>,
  actor: Actor,
) {
  if (entry.currentRevisionId !== draft.baseRevisionId)
    throw new DomainError(
      'CONFLICT',
      'Somebody else has changed this entry since you began. Your text is kept: merge the two.',
    )
  if (open && open.author !== actor.id)
    throw new DomainError(
      'CONFLICT',
      'A change to this entry by somebody else is under review. Yours is kept until that is decided.',
    )
  if (open && open.stage === 'in-review')
    throw new DomainError(
      'CONFLICT',
      'Your earlier change to this entry is under review. Take it back first, or wait for the answer.',
    )
}

/** What was published once is corrected or re-coded; what never was is new, whatever was asked. */
async function kindOf(transaction: Transaction, entry: Locked | null, asked: ReviewKind): Promise<ReviewKind> {
  const published = entry && (await transaction.publication.findFirst({ where: { entryId: entry.id } }))
  if (!published) return 'first'
  if (asked === 'first')
    throw new DomainError('INVALID', 'Say what kind of change it is.', [
      {
        at: 'kind',
        text: 'This entry was published before: choose correction or re-coding. A new position is a new entry.',
      },
    ])
  return asked
}

async function addEntry(transaction: Transaction, negotiationId: number, { party, demand }: DraftContent) {
  const here = (slug: string) => ({ where: { negotiationId_slug: { negotiationId, slug } } })
  const [of, on] = [
    await transaction.party.findUniqueOrThrow(here(party)),
    await transaction.demand.findUniqueOrThrow(here(demand)),
  ]
  const last = await transaction.entry.aggregate({ where: { negotiationId }, _max: { ordinal: true } })
  return transaction.entry.create({
    data: { id: newId(8), negotiationId, partyId: of.id, demandId: on.id, ordinal: (last._max.ordinal ?? -1) + 1 },
  })
}
