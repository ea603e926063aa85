'use client'
import { useRouter } from 'next/navigation'
import { useEffect, useMemo, useState } from 'react'
import { consequenceOf } from '@/lib/domain/draft/consequence'
import { type DraftContent, EMPTY_DRAFT } from '@/lib/domain/draft/content'
import { issuesOf } from '@/lib/domain/draft/rules'
import type { Article, OpenDraft, Reference } from '@/lib/domain/draft/view'
import type { ReviewKind } from '@/lib/domain/review/kinds'
import { type Span, type Suggestion, sentencesOf, suggestionsIn } from '@/lib/domain/suggestion/rules'
import type { WritingActions } from './actions'
import { ArticleChoice } from './article-choice'
import { ArticleText } from './article-text'
import { CitationList } from './citation-list'
import { ConsequenceLine } from './consequence-line'
import { EntryForm } from './entry-form'
import { toPoints, toUnits } from './offsets'
import { ReadyList } from './ready-list'
import { SaveLine } from './save-line'
import { SendBar } from './send-bar'
import { findKept, useAutosave } from './use-autosave'
import { useRow } from './use-row'
import './writing.css'

type Props = {
  draft: OpenDraft
  article: Article | null
  /** Those that it can be written beside. */
  articles: { slug: string; title: string; publisher: string }[]
  reference: Reference
  today: string
  actions: WritingActions
}

/** The article on the left, the entry on the right. */
export function WritingRoom({ draft, article, articles, reference: given, today, actions }: Props) {
  const router = useRouter()
  const [content, setContent] = useState(draft.content)
  const [speakers, setSpeakers] = useState(given.speakers)
  const reference = useMemo(() => ({ ...given, speakers }), [given, speakers])
  const [faults, setFaults] = useState<readonly { at: string; text: string }[]>([])
  const saving = useAutosave({ ...draft, source: article?.slug ?? draft.source }, content, actions.save)
  // What this browser kept from a visit that was cut off comes back.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the room is entered
  useEffect(() => {
    const kept = findKept(draft.id, draft.version)
    if (!kept) return
    saving.resumeAt(kept)
    setContent(kept.content)
  }, [])

  const row = useRow(given.negotiation.slug, content.demand, actions.readRow)
  const cell = row.filter(({ id, party }) => party === content.party && id !== draft.entry?.id)
  const issues = issuesOf(content, {
    startedOn: reference.negotiation.startedOn,
    today,
    cell,
    ...(draft.entry && { ordinal: draft.entry.ordinal }),
    parties: reference.parties.map(({ slug }) => slug),
    demands: reference.demands.map(({ slug }) => slug),
    speakers: reference.speakers.map(({ slug }) => slug),
    events: reference.events.map(({ slug }) => slug),
  })
  const change = (part: Partial<DraftContent>) => {
    setFaults([])
    setContent((now) => ({ ...now, ...part }))
  }

  const text = article?.text ?? ''
  const sentences = useMemo(() => sentencesOf(text), [text])
  const suggestions = useMemo(() => suggestionsIn(text, reference), [text, reference])
  const cited = useMemo(
    () =>
      content.citations.flatMap(({ text: id, startsAt, endsAt }) =>
        id === article?.textId ? [{ start: toUnits(text, startsAt), end: toUnits(text, endsAt) }] : [],
      ),
    [content.citations, article?.textId, text],
  )
  const citationOf = (span: Span, speaker: string): DraftContent['citations'][number] => ({
    source: article?.slug ?? '',
    text: article?.textId ?? 0,
    startsAt: toPoints(text, span.start),
    endsAt: toPoints(text, span.end),
    quote: text.slice(span.start, span.end),
    quoteKind: speaker ? 'speaker' : 'reporter',
    speaker,
    attribution: speaker ? 'on-record' : 'reported',
    saidOn: article?.published ?? '',
  })
  const takeSuggestion = ({ party, demand, speaker, quote }: Suggestion) =>
    change({
      ...(draft.entry ? {} : { party, demand }),
      heldFrom: content.heldFrom || (article?.published ?? ''),
      citations: [...content.citations, citationOf(quote, speaker ?? '')],
    })
  const isFound = (citation: DraftContent['citations'][number]) =>
    citation.text === article?.textId
      ? text.slice(toUnits(text, citation.startsAt), toUnits(text, citation.endsAt)) === citation.quote
      : null
  const addSpeaker = async (name: string, office: string, affiliation: string | null) => {
    const answer = await actions.addSpeaker({
      negotiation: given.negotiation.slug,
      party: content.party,
      name,
      office,
      affiliation,
    })
    if (!answer.ok) {
      setFaults(answer.faults.length > 0 ? answer.faults : [{ at: 'citations', text: answer.message }])
      return null
    }
    setSpeakers((known) => [...known, answer.value])
    return answer.value.slug
  }
  const send = async (kind: ReviewKind, reason: string | null): Promise<string | null> => {
    const version = await saving.settle()
    if (version === null) return 'What you wrote last is not saved yet. Try again when it is.'
    const answer = await actions.send({ draft: draft.id, version, kind, reason })
    if (answer.ok) {
      saving.forget()
      return null
    }
    setFaults(answer.faults)
    // Where somebody else has changed the entry, the page is now the one on which both are merged.
    router.refresh()
    return answer.message
  }
  const choice = (
    <ArticleChoice draft={draft.id} open={article?.slug ?? null} choices={articles} citations={content.citations} />
  )
  const party = reference.parties.find(({ slug }) => slug === content.party)?.name
  const demand = reference.demands.find(({ slug }) => slug === content.demand)?.title

  return (
    <div className="writing-room">
      <section aria-label="Article" className="writing-article">
        {article ? (
          <>
            <p className="meta">
              {[article.publisher, article.kind, article.published, `grade ${article.grade}`]
                .filter(Boolean)
                .join(' · ')}{' '}
              · stored text, {cited.length} cited here
            </p>
            <h1 className="mt-1 text-[1.625rem]">
              <bdi>{article.title}</bdi>
            </h1>
            <p className="meta mt-1 mb-2">
              {suggestions.length === 0
                ? 'No sentence names both a party and a tracked demand.'
                : `Underlined: ${suggestions.length} ${suggestions.length === 1 ? 'sentence names' : 'sentences name'} a party and a tracked demand.`}
            </p>
            {choice}
            <ArticleText
              key={article.textId}
              text={text}
              language={article.language}
              cited={cited}
              suggestions={suggestions}
              sentences={sentences}
              onCite={(span) =>
                change({
                  citations: [...content.citations, citationOf(span, '')],
                  heldFrom: content.heldFrom || (article.published ?? ''),
                })
              }
              onSuggestion={takeSuggestion}
            />
          </>
        ) : (
          <>
            <p className="mb-4 text-muted">No article is open beside this draft. Its citations stay as they are.</p>
            {choice}
          </>
        )}
      </section>
      <section aria-label="Entry" className="writing-entry">
        <SaveLine saving={saving} mine={content} onTakeTheirs={(theirs) => setContent({ ...EMPTY_DRAFT, ...theirs })} />
        <h2 className="mb-3 text-[1.25rem]">Entry{party || demand ? ` · ${party ?? '…'} on ${demand ?? '…'}` : ''}</h2>
        <EntryForm
          content={content}
          reference={reference}
          cell={cell}
          ordinal={draft.entry?.ordinal}
          fixed={draft.entry !== null}
          today={today}
          onChange={change}
        />
        <CitationList
          citations={content.citations}
          party={content.party}
          reference={reference}
          open={article?.slug ?? null}
          articles={articles}
          isFound={isFound}
          onChange={(citations) => change({ citations })}
          onAddSpeaker={addSpeaker}
        />
        <ConsequenceLine consequence={consequenceOf(content, row, draft.entry, today)} />
        <ReadyList
          issues={faults.length > 0 ? faults : issues}
          found={content.citations.length > 0 && content.citations.every((citation) => isFound(citation) !== false)}
        />
        <SendBar
          isChange={draft.entry?.published ?? false}
          ready={issues.length === 0}
          onSend={send}
          onDiscard={async () => {
            const version = await saving.settle()
            const answer = version === null ? null : await actions.discard({ id: draft.id, version })
            if (answer?.ok) saving.forget()
            return answer?.ok ? null : (answer?.message ?? 'It is not saved yet. Try again in a moment.')
          }}
          onNext={async () => {
            await saving.settle()
            const answer = await actions.next({
              negotiation: given.negotiation.slug,
              source: article?.slug ?? null,
              entry: null,
            })
            return answer.ok ? { id: answer.value.id } : { failed: answer.message }
          }}
          article={article?.slug ?? null}
          // After a new entry the article may hold another one; after a change one wants to see where it stands.
          after={article && draft.entry === null ? `/desk/write/${article.slug}` : '/desk'}
        />
      </section>
    </div>
  )
}
