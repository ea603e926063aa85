import type { Metadata } from 'next'
import { MergePage } from '@/components/writing/merge-page'
import { WritingRoom } from '@/components/writing/writing-room'
import { listArticles } from '@/lib/domain/draft/cited-articles'
import { findArticle, getDraft, getReference } from '@/lib/domain/draft/queries'
import { listUses } from '@/lib/domain/source/uses'
import { today } from '@/lib/domain/time/day'
import { orNotFound } from '@/lib/http/or-not-found'
import { requireActor } from '@/lib/http/signed-in'
import { discard, merge, next, row, save, send, speaker } from './actions'

export const dynamic = 'force-dynamic'
export const metadata: Metadata = { title: 'Writing' }

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> }

/** The entry that is written, beside its article or beside the one that "?article=" names. */
export default async function DraftPage({ params, searchParams }: Props) {
  const { actor } = await requireActor()
  const draft = await orNotFound(getDraft(actor, (await params).id))
  if (draft.overtaken)
    return (
      <MergePage
        key={draft.version}
        draft={draft}
        base={draft.overtaken.base}
        theirs={draft.overtaken.now}
        revision={draft.overtaken.revision}
        merge={merge}
      />
    )
  const asked = [(await searchParams).article ?? ''].flat()[0] ?? ''
  const isUsed =
    asked !== '' && (await listUses(actor, asked)).some((negotiation) => negotiation.slug === draft.negotiation)
  const source = isUsed ? asked : draft.source
  const [reference, article, articles] = await Promise.all([
    getReference(actor, draft.negotiation),
    source === null ? null : findArticle(actor, source),
    listArticles(actor, draft, source),
  ])
  return (
    <WritingRoom
      key={draft.id}
      draft={draft}
      article={article}
      articles={articles}
      reference={reference}
      today={today()}
      actions={{ save, readRow: row, send, discard, next, addSpeaker: speaker }}
    />
  )
}
