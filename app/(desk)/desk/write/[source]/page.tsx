import type { Metadata } from 'next'
import { BeginForm } from '@/components/desk/begin-form'
import { DraftLines } from '@/components/desk/draft-lines'
import { Section } from '@/components/ui/section'
import { findArticle, listDrafts } from '@/lib/domain/draft/queries'
import { listTitles } from '@/lib/domain/negotiation/desk-list'
import { listUses } from '@/lib/domain/source/uses'
import { today } from '@/lib/domain/time/day'
import { orNotFound } from '@/lib/http/or-not-found'
import { requireActor } from '@/lib/http/signed-in'
import { begin } from './actions'

export const dynamic = 'force-dynamic'
export const metadata: Metadata = { title: 'Write from an article' }

type Props = { params: Promise<{ source: string }> }

/** What is being written from an article, and a further entry from it. */
export default async function WritePage({ params }: Props) {
  const { actor } = await requireActor()
  const { source } = await params
  const article = await orNotFound(findArticle(actor, source))
  const [uses, drafts, titles] = await Promise.all([listUses(actor, source), listDrafts(actor), listTitles(actor)])
  const mine = drafts.filter((draft) => draft.source?.slug === source)
  const others = drafts.filter(
    (draft) => draft.source?.slug !== source && uses.some((negotiation) => negotiation.slug === draft.negotiation),
  )
  return (
    <div className="desk-page">
      <p className="meta">
        <a href={`/desk/sources/${source}`} className="quiet-link">
          The source
        </a>
      </p>
      <h1 className="mt-1 text-[1.75rem]">
        <bdi>{article?.title ?? source}</bdi>
      </h1>
      {article === null ? (
        <p className="mt-3">No text of this source is stored, so no words of it can be cited yet.</p>
      ) : uses.length === 0 ? (
        <p className="mt-3">This source is not used in any negotiation yet. Add it to one from its page.</p>
      ) : (
        <BeginForm source={source} negotiations={uses} begin={begin} />
      )}
      {mine.length > 0 && (
        <Section title="Drafts from this article">
          <DraftLines drafts={mine} today={today()} negotiations={titles} />
        </Section>
      )}
      {article !== null && others.length > 0 && (
        <Section title="Open it beside another draft">
          <DraftLines drafts={others} today={today()} negotiations={titles} article={source} />
        </Section>
      )}
    </div>
  )
}
