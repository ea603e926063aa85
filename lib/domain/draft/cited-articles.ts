import 'server-only'
import { appClient } from '@/lib/db/client'
import type { Transaction } from '@/lib/db/write'
import { type Actor, allow } from '@/lib/domain/account/actor'
import type { OpenDraft } from './view'

/** The source that a revision cites first: what its change is written beside. */
export async function findFirstCited(transaction: Transaction, revisionId: number): Promise<number | null> {
  const first = await transaction.citation.findFirst({
    where: { revisionId },
    orderBy: { ordinal: 'asc' },
    select: { sourceId: true },
  })
  return first?.sourceId ?? null
}

export type ArticleChoice = { slug: string; title: string; publisher: string }

const LATELY = 30

/** What a draft can be written beside: the articles that it cites, the one that is open, and those that came last. All have a stored text. */
export async function listArticles(
  actor: Actor,
  draft: Pick<OpenDraft, 'negotiation' | 'content'>,
  open: string | null,
): Promise<ArticleChoice[]> {
  allow(actor, 'write drafts')
  const wanted = [...new Set([...(open ? [open] : []), ...draft.content.citations.map(({ source }) => source)])]
  const among = {
    currentTextId: { not: null },
    negotiations: { some: { negotiation: { slug: draft.negotiation } } },
  }
  const select = { slug: true, title: true, publisher: true }
  const db = appClient()
  const [named, lately] = await Promise.all([
    db.source.findMany({ where: { ...among, slug: { in: wanted } }, select, orderBy: { id: 'asc' } }),
    db.source.findMany({
      where: { ...among, slug: { notIn: wanted } },
      select,
      orderBy: [{ addedAt: 'desc' }, { id: 'desc' }],
      take: LATELY,
    }),
  ])
  return [...named, ...lately]
}
