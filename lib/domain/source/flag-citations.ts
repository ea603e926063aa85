import 'server-only'
import type { Transaction } from '@/lib/db/write'
import { type Standing, standingOf } from './anchor-again'

export type CitedAgain = { citation: number; entry: string; quote: string; standing: Standing }

/**
 * Looks for the words that published entries cite from this source in its newer text. Where they changed or vanished the entry is flagged;
 * a flag whose words are back is closed.
 */
export async function flagCitations(
  transaction: Transaction,
  source: { id: number },
  text: { id: number; text: string },
  actor: { id: string },
): Promise<CitedAgain[]> {
  const citations = await transaction.citation.findMany({
    where: { sourceId: source.id, revision: { publications: { some: { liveOf: { isNot: null } } } } },
    include: { revision: { select: { entryId: true } }, flags: { where: { resolvedAt: null } } },
    orderBy: { id: 'asc' },
  })
  const seen = citations.map((citation) => ({ ...citation, standing: standingOf(citation, text.text) }))
  for (const { id, flags, revision, standing } of seen) {
    const isAway = standing.state === 'changed' || standing.state === 'vanished'
    if (isAway && flags.length === 0)
      await transaction.sourceFlag.create({
        data: {
          entryId: revision.entryId,
          citationId: id,
          sourceId: source.id,
          sourceTextId: text.id,
          kind: standing.state,
          wordsNow: standing.state === 'changed' ? standing.wordsNow : null,
          noticedBy: actor.id,
        },
      })
    if (!isAway && flags.length > 0)
      await transaction.sourceFlag.updateMany({
        where: { citationId: id, resolvedAt: null },
        data: { resolvedAt: new Date(), resolvedBy: actor.id },
      })
  }
  return seen.map(({ id, quote, revision, standing }) => ({ citation: id, entry: revision.entryId, quote, standing }))
}
