import 'server-only'
import { appClient } from '@/lib/db/client'
import { type Actor, allow } from '@/lib/domain/account/actor'
import { contentOfRevision } from '@/lib/domain/draft/revision-content'
import { DomainError } from '@/lib/domain/error'
import type { EntryHistory } from './history-view'

/** Every saved state of an entry, newest first, and what became of it. For those who write. */
export async function getEntryHistory(actor: Actor, id: string): Promise<EntryHistory> {
  allow(actor, 'write drafts')
  return appClient().$transaction(async (transaction) => {
    const row = await transaction.entry.findUnique({
      where: { id },
      include: {
        negotiation: true,
        party: true,
        demand: true,
        livePublication: { include: { revision: true } },
        revisions: { orderBy: { number: 'desc' } },
        publications: {
          orderBy: [{ publishedAt: 'desc' }, { id: 'desc' }],
          include: { revision: { select: { number: true } } },
        },
        reviews: { where: { stage: { in: ['in-review', 'changes-requested'] } } },
      },
    })
    if (!row) throw new DomainError('NOT_FOUND', `There is no entry "${id}".`)
    const revisions = []
    for (const { id: revision, number, recordedAt, recordedBy } of row.revisions)
      revisions.push({
        number,
        content: await contentOfRevision(transaction, revision),
        recordedAt: recordedAt.toISOString(),
        recordedBy,
      })
    return {
      id: row.id,
      version: row.version,
      negotiation: row.negotiation.slug,
      party: { slug: row.party.slug, name: row.party.name },
      demand: { slug: row.demand.slug, title: row.demand.title },
      live: row.livePublication?.revision.number ?? null,
      openReview: row.reviews[0]?.id ?? null,
      revisions,
      publications: row.publications.map(({ kind, reason, publishedAt, publishedBy, revision }) => ({
        kind,
        revision: revision.number,
        reason,
        at: publishedAt.toISOString(),
        by: publishedBy,
      })),
    }
  })
}
