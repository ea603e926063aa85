import 'server-only'
import type { Transaction } from '@/lib/db/write'
import { dayOf } from '@/lib/domain/time/day'
import type { DraftContent } from './content'

/** A saved revision as the form holds it. */
export async function contentOfRevision(transaction: Transaction, revisionId: number): Promise<DraftContent> {
  const revision = await transaction.revision.findUniqueOrThrow({
    where: { id: revisionId },
    include: {
      entry: { include: { party: true, demand: true } },
      event: true,
      citations: { orderBy: { ordinal: 'asc' }, include: { speaker: true, use: { include: { source: true } } } },
    },
  })
  // The database's checks keep these columns to the words of the schemas, which is why the cast is safe.
  return {
    party: revision.entry.party.slug,
    demand: revision.entry.demand.slug,
    heldFrom: dayOf(revision.heldFrom),
    datePrecision: revision.datePrecision,
    stance: revision.stance,
    salience: revision.salience ?? '',
    summary: revision.summary,
    terms: revision.terms ?? '',
    shiftType: revision.shiftKind ?? '',
    shiftBasis: revision.shiftBasis ?? 'coder',
    shiftNote: revision.shiftNote ?? '',
    event: revision.event?.slug ?? '',
    citations: revision.citations.map((citation) => ({
      source: citation.use.source.slug,
      text: citation.sourceTextId,
      startsAt: citation.startsAt,
      endsAt: citation.endsAt,
      quote: citation.quote,
      quoteKind: citation.quoteKind,
      speaker: citation.speaker?.slug ?? '',
      attribution: citation.attribution,
      saidOn: citation.saidOn ? dayOf(citation.saidOn) : '',
    })),
  } as DraftContent
}
