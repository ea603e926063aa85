import {
  GRADE_MEANING,
  languageLabel,
  publisherFlagLabel,
  sourceKindLabel,
  TITLE_BASIS_LABELS,
} from '@/lib/domain/source/kinds'
import type { PublishedSource } from '@/lib/domain/source/schema'
import { formatDay } from '@/lib/domain/time/day'

/** What is known about a source itself: where it is, how it is labelled and graded, and the limits of that. */
export function SourceFacts({ source }: { source: PublishedSource }) {
  return (
    <dl className="facts mt-4">
      <dt>Address</dt>
      <dd className="[overflow-wrap:anywhere]">
        {source.url ? (
          <a href={source.url} rel="external noreferrer nofollow" className="quiet-link">
            <bdi>{source.url}</bdi>
          </a>
        ) : (
          'none: the text was given without one'
        )}
      </dd>
      {source.archivedUrl && (
        <>
          <dt>Archive</dt>
          <dd>
            <a href={source.archivedUrl} rel="external noreferrer nofollow" className="quiet-link">
              archived copy
            </a>
          </dd>
        </>
      )}
      {source.authors && (
        <>
          <dt>Author</dt>
          <dd>
            <bdi>{source.authors}</bdi>
          </dd>
        </>
      )}
      <dt>Published</dt>
      <dd>
        {source.published ? formatDay(source.published) : 'undated'}
        <span className="meta"> (from: {source.publishedBasis})</span>
      </dd>
      <dt>Kind</dt>
      <dd>{sourceKindLabel(source.kind)}</dd>
      <dt>Label</dt>
      <dd>{source.publisherFlag ? publisherFlagLabel(source.publisherFlag) : 'none'}</dd>
      <dt>Grade</dt>
      <dd>
        {source.grade}: {GRADE_MEANING[source.grade]}.{' '}
        <span className="meta">A grade speaks about the channel, not about whether the party meant what it said.</span>
      </dd>
      <dt>Language</dt>
      <dd>{languageLabel(source.language)}</dd>
      <dt>Title</dt>
      <dd>{TITLE_BASIS_LABELS[source.titleBasis]}</dd>
      {source.note && (
        <>
          <dt>Limits</dt>
          <dd>{source.note}</dd>
        </>
      )}
    </dl>
  )
}
