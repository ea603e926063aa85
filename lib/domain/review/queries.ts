import 'server-only'
import { appClient } from '@/lib/db/client'
import type { Prisma } from '@/lib/db/generated/client'
import { type Actor, allow } from '@/lib/domain/account/actor'
import { roleMay } from '@/lib/domain/account/roles'
import { wordsAt } from '@/lib/domain/citation/words-at'
import { contentOfRevision } from '@/lib/domain/draft/revision-content'
import { issuesOf } from '@/lib/domain/draft/rules'
import { surroundingsOf } from '@/lib/domain/draft/surroundings'
import { DomainError } from '@/lib/domain/error'
import type { ReviewKind, Stage, Step } from './kinds'
import type { QueueFilter, ReviewLine, ReviewView } from './view'

const WITH = {
  negotiation: { select: { slug: true } },
  entry: { select: { party: { select: { name: true, slug: true } }, demand: { select: { title: true, slug: true } } } },
  revision: { select: { summary: true, stance: true, recordedBy: true } },
} satisfies Prisma.ReviewInclude

const toLine = (row: Prisma.ReviewGetPayload<{ include: typeof WITH }>): ReviewLine => ({
  id: row.id,
  entry: row.entryId,
  negotiation: row.negotiation.slug,
  party: row.entry.party.name,
  demand: row.entry.demand.title,
  kind: row.kind as ReviewKind,
  stage: row.stage as Stage,
  summary: row.revision.summary,
  author: row.author,
  assignee: row.assignee,
  sentAt: row.sentAt.toISOString(),
  changedAt: row.changedAt.toISOString(),
})

export const QUEUE_PAGE = 100

/** What waits for a second person, longest first. */
export async function listQueue(
  actor: Actor,
  filter: QueueFilter,
  page = 0,
): Promise<{ lines: ReviewLine[]; total: number }> {
  allow(actor, 'review')
  const where: Prisma.ReviewWhereInput = {
    stage: filter.stage,
    ...(filter.kind && { kind: filter.kind }),
    ...(filter.negotiation && { negotiation: { slug: filter.negotiation } }),
    ...(filter.assigned === 'nobody' && { assignee: null }),
    ...(filter.assigned === 'me' && { assignee: actor.id }),
  }
  const db = appClient()
  const [rows, total] = await Promise.all([
    db.review.findMany({
      where,
      include: WITH,
      orderBy: [{ sentAt: 'asc' }, { id: 'asc' }],
      skip: page * QUEUE_PAGE,
      take: QUEUE_PAGE,
    }),
    db.review.count({ where }),
  ])
  return { lines: rows.map(toLine), total }
}

/** For the badge: what this person could decide about now. */
export async function countWaiting(actor: Actor): Promise<number> {
  if (!roleMay(actor.role, 'review')) return 0
  return appClient().review.count({ where: { stage: 'in-review', author: { not: actor.id } } })
}

const RECENT = 50

/** Where this person's own changes stand: the open ones, and those that ended last. */
export async function listOwn(actor: Actor): Promise<ReviewLine[]> {
  allow(actor, 'send for review')
  const rows = await appClient().review.findMany({
    where: { author: actor.id },
    include: WITH,
    orderBy: { changedAt: 'desc' },
    take: RECENT,
  })
  return rows.map(toLine)
}

const AROUND = 280

/** One change, with all that is needed to decide about it. For editors, and for its author. */
export async function getReview(actor: Actor, id: number): Promise<ReviewView> {
  allow(actor, 'send for review')
  return appClient().$transaction(async (transaction) => {
    const row = await transaction.review.findUnique({
      where: { id },
      include: {
        negotiation: true,
        entry: { include: { party: true, demand: true, livePublication: true } },
        revision: {
          include: {
            citations: { orderBy: { ordinal: 'asc' }, include: { text: true, use: { include: { source: true } } } },
          },
        },
        steps: { orderBy: { id: 'asc' }, include: { revision: { select: { number: true } } } },
      },
    })
    if (!row || (row.author !== actor.id && !roleMay(actor.role, 'review')))
      throw new DomainError('NOT_FOUND', 'There is no such review, or it is not for you.')
    const content = await contentOfRevision(transaction, row.revisionId)
    const liveRevision = row.entry.livePublication?.revisionId ?? null
    return {
      ...toLine(row),
      version: row.version,
      reason: row.reason,
      revision: row.revision.number,
      live:
        liveRevision === null || liveRevision === row.revisionId
          ? null
          : await contentOfRevision(transaction, liveRevision),
      content,
      contexts: row.revision.citations.map(({ text, startsAt, endsAt, quote, use }) => ({
        before: wordsAt(text.text, Math.max(0, startsAt - AROUND), startsAt).quote,
        quote,
        after: wordsAt(text.text, endsAt, endsAt + AROUND).quote,
        source: { slug: use.source.slug, title: use.source.title, publisher: use.source.publisher },
      })),
      issues: issuesOf(content, await surroundingsOf(transaction, row.negotiation, content, row.entry)),
      steps: row.steps.map(({ id: step, step: kind, actor: who, note, at, revision }) => ({
        id: step,
        step: kind as Step,
        actor: who,
        note,
        at: at.toISOString(),
        revision: revision.number,
      })),
      own: row.author === actor.id || row.revision.recordedBy === actor.id,
    }
  })
}
