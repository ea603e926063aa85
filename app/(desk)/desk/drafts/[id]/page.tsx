import type { Metadata } from 'next'
import { MergePage } from '@/components/writing/merge-page'
import { WritingRoom } from '@/components/writing/writing-room'
import { findArticle, getDraft, getReference } from '@/lib/domain/draft/queries'
import { today } from '@/lib/domain/time/day'
import { orNotFound } from '@/lib/http/or-not-found'
import { requireActor } from '@/lib/http/signed-in'
import { discard, merge, next, row, save, send, speaker } from './actions'

export const dynamic = 'force-dynamic'
export const metadata: Metadata = { title: 'Writing' }

type Props = { params: Promise<{ id: string }> }

export default async function DraftPage({ params }: Props) {
  const { actor } = await requireActor()
  const draft = await orNotFound(getDraft(actor, (await params).id))
  if (draft.overtaken)
    return (
      <MergePage
        key={draft.version}
        draft={draft}
        base={draft.overtaken.base}
        theirs={draft.overtaken.now}
        merge={merge}
      />
    )
  const [reference, article] = await Promise.all([
    getReference(actor, draft.negotiation),
    draft.source === null ? null : findArticle(actor, draft.source),
  ])
  return (
    <WritingRoom
      key={draft.id}
      draft={draft}
      article={article}
      reference={reference}
      today={today()}
      actions={{ save, readRow: row, send, discard, next, addSpeaker: speaker }}
    />
  )
}
